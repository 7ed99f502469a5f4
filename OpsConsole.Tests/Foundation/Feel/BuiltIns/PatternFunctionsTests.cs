using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Tests.Foundation.Feel.BuiltIns;

public sealed class PatternFunctionsTests
{
    [Theory]
    [InlineData("foobar", "^fo*b", "", true)]
    [InlineData("foo\n", "foo$", "", false)]
    [InlineData("a\nb", "^b$", "", false)]
    [InlineData("a\nb", "^b$", "m", true)]
    [InlineData("a\nb\n", "^$", "m", false)]
    [InlineData("a\nb", "a.b", "", false)]
    [InlineData("a\rb", "a.b", "", false)]
    [InlineData("a\nb", "a.b", "s", true)]
    [InlineData("HELLO", "hello", "i", true)]
    [InlineData("hello world", " hello[ ]wor ld", "x", true)]
    [InlineData("hello world", "hello\\ sworld", "x", true)]
    [InlineData("a.c", "a.c", "q", true)]
    [InlineData("abc", "a.c", "q", false)]
    [InlineData("x", "[A-Z-[OI]]", "i", true)]
    [InlineData("o", "[A-Z-[OI]]", "i", false)]
    [InlineData("b", "^[a-z-[aeiou-[e]]]$", "", true)]
    [InlineData("e", "^[a-z-[aeiou-[e]]]$", "", true)]
    [InlineData("a", "^[a-z-[aeiou-[e]]]$", "", false)]
    [InlineData("-", "^[a-]$", "", true)]
    [InlineData("-", "^[-a]$", "", true)]
    [InlineData("^", "^[a^]$", "", true)]
    [InlineData("]", "^[\\]\\[]$", "", true)]
    [InlineData("_a:b-1", "^\\i\\c*$", "", true)]
    [InlineData("1a", "^\\i\\c*$", "", false)]
    [InlineData(" ", "^\\C\\I?$", "", true)]
    [InlineData("٣", "^\\d$", "", true)]
    [InlineData("€", "^\\w$", "", true)]
    [InlineData("_", "^\\w$", "", false)]
    [InlineData("\u00a0", "^\\s$", "", false)]
    [InlineData("É", "^\\p{Lu}$", "", true)]
    [InlineData("É", "^\\P{L}$", "", false)]
    [InlineData("a", "^\\p{IsBasicLatin}$", "", true)]
    [InlineData("abab", "^(ab)\\1$", "", true)]
    [InlineData("aA", "^(a)\\1$", "i", true)]
    [InlineData("b", "^(a)?b\\1$", "", true)]
    [InlineData("a0", "^(a)0$", "", true)]
    [InlineData("aa0", "^(a)\\10$", "", true)]
    [InlineData("aaa", "^a{2,}$", "", true)]
    [InlineData("ab", "^(?:a|)b$", "", true)]
    public void Matches_PatternsOfXPath_MeanWhatXPathSays(string input, string pattern, string flags, bool expected) =>
        Assert.Equal(expected, Matches(input, pattern, flags));

    [Theory]
    [InlineData("🐎", "^.$", true)]
    [InlineData("a🐎b", "^...$", true)]
    [InlineData("a🐎b", "^....$", false)]
    [InlineData("🐎", "^[^a]$", true)]
    [InlineData("🐎", "^[🐀-🐿]$", true)]
    [InlineData("🐎", "^[^🐀-🐿]$", false)]
    [InlineData("🐎", "^[🐀-🐿-[🐎]]$", false)]
    [InlineData("🐎🐎", "^🐎{2}$", true)]
    [InlineData("🐎", "^🐎?$", true)]
    [InlineData("𝒜", "^\\p{Lu}$", true)]
    [InlineData("𝒜", "^\\P{Lu}$", false)]
    [InlineData("𝒜", "^\\w\\W?$", true)]
    [InlineData("𝒜", "^\\S$", true)]
    [InlineData("𠀀", "^\\i$", true)]
    [InlineData("𠀀", "^\\I$", false)]
    public void Matches_BeyondTheFirstPlane_CountsCodePoints(string input, string pattern, bool expected) =>
        Assert.Equal(expected, Matches(input, pattern, ""));

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[^]")]
    [InlineData("[z-a]")]
    [InlineData("[a-z-9]")]
    [InlineData("[a[b]]")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("a{,2}")]
    [InlineData("a{2")]
    [InlineData("a{3,2}")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("a|*")]
    [InlineData("(?=a)")]
    [InlineData("(?<n>a)")]
    [InlineData("(?i)a")]
    [InlineData("\\1")]
    [InlineData("(a\\1)")]
    [InlineData("(a)\\2")]
    [InlineData("(a)[\\1]")]
    [InlineData("\\b")]
    [InlineData("\\x41")]
    [InlineData("\\p{Foo}")]
    [InlineData("\\p{IsNoSuchBlock}")]
    [InlineData("\\pL")]
    [InlineData("a\\")]
    public void Matches_WhatIsNoPattern_IsRefused(string pattern) => Assert.Null(Matches("a", pattern, ""));

    [Theory]
    [InlineData("replace(\"abracadabra\", \"bra\", \"*\")", "\"a*cada*\"")]
    [InlineData("replace(\"abracadabra\", \"a(.)\", \"a$1$1\")", "\"abbraccaddabbra\"")]
    [InlineData("replace(\"AAAA\", \"A+?\", \"b\")", "\"bbbb\"")]
    [InlineData("replace(\"abc\", \"b\", \"[$0]\")", "\"a[b]c\"")]
    [InlineData("replace(\"abc\", \"(b)\", \"$12\")", "\"ab2c\"")]
    [InlineData("replace(\"abc\", \"(b)|(x)\", \"<$2>\")", "\"a<>c\"")]
    [InlineData("replace(\"abc\", \"b\", \"\\\\$\")", "\"a$c\"")]
    [InlineData("replace(\"a.b\", \".\", \"$0\", \"q\")", "\"a$0b\"")]
    [InlineData("replace(\"aBc\", \"b\", \"\", \"i\")", "\"ac\"")]
    [InlineData("replace(input: \"a\", pattern: \"a\", replacement: \"b\")", "\"b\"")]
    [InlineData("split(\"John Doe\", \"\\\\s\")", "[\"John\", \"Doe\"]")]
    [InlineData("split(\"a;b;;\", \";\")", "[\"a\", \"b\", \"\", \"\"]")]
    [InlineData("split(\"a1b\", \"([0-9])\")", "[\"a\", \"b\"]")]
    [InlineData("split(\"\", \",\")", "[\"\"]")]
    [InlineData("extract(\"a1b22\", \"[0-9]+\")", "[\"1\", \"22\"]")]
    [InlineData("matches(\"a\", \"a\", null)", "true")]
    [InlineData("matches(null, \"a\")", "null")]
    [InlineData("replace(\"a\", \"a\", null)", "null")]
    public void Evaluate_Patterns_GiveTheValue(string text, string expected) => FeelAssert.Gives(expected, text);

    [Theory]
    [InlineData("replace(\"abc\", \"x*\", \"-\")")]
    [InlineData("replace(\"abc\", \"b\", \"$\")")]
    [InlineData("replace(\"abc\", \"b\", \"$x\")")]
    [InlineData("replace(\"abc\", \"b\", \"\\\\a\")")]
    [InlineData("matches(\"a\", \"a\", \"X\")")]
    [InlineData("matches(\"a\", \"a\", \" \")")]
    [InlineData("matches(\"a\", [])")]
    [InlineData("matches(\"a\")")]
    [InlineData("split(\"a\")")]
    public void Evaluate_WhatIsNone_IsRefused(string text) => FeelAssert.IsRefused(text);

    [Fact]
    public void Matches_PatternsOfAnySize_AreRefusedOrEndSoon()
    {
        Assert.Null(Matches("a", new string('(', 3000) + "a" + new string(')', 3000), ""));
        Assert.Null(Matches("a", string.Concat(Enumerable.Repeat("[a-", 30)) + "[b]" + new string(']', 30), ""));
        Assert.Null(Matches("🐎", string.Concat(Enumerable.Repeat("\\p{L}", 1300)), ""));
        Assert.Null(Matches("a", new string('a', 9000), ""));
    }

    private static bool? Matches(string input, string pattern, string flags)
    {
        Assert.True(FeelExpression.TryCompile("matches(input, pattern, flags)", out var expression, out _));
        return expression.EvaluateBoolean(new() { ["input"] = input, ["pattern"] = pattern, ["flags"] = flags });
    }
}
