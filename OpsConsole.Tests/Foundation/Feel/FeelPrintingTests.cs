using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Tests.Foundation.Feel;

public sealed class FeelPrintingTests
{
    private static readonly FeelNames Names = FeelNames.Of("a", "b", "a - b", "in range?", "x").With("ctx", FeelNames.Of("p", "p-q"));

    [Theory]
    [InlineData(" 1+2 *3 ", "1 + 2 * 3")]
    [InlineData("((1 + 2)) * 3", "(1 + 2) * 3")]
    [InlineData("1 - (2 - 3)", "1 - (2 - 3)")]
    [InlineData("(1 - 2) - 3", "1 - 2 - 3")]
    [InlineData("2 ** (3 ** 2)", "2 ** (3 ** 2)")]
    [InlineData("-(5)", "-(5)")]
    [InlineData("- 5", "-5")]
    [InlineData("-(5[1])", "-(5[1])")]
    [InlineData("-(-x)", "--x")]
    [InlineData("(x or a) and b", "(x or a) and b")]
    [InlineData("(x = 1) = (a = 2)", "x = 1 = (a = 2)")]
    [InlineData("(x between 1 and 2) between 3 and 4", "x between 1 and 2 between 3 and 4")]
    [InlineData("x in (1)", "x in 1")]
    [InlineData("x in (<1,[2..3],not(a))", "x in (< 1, [2..3], (not(a)))")]
    [InlineData("x in (<1)", "x in (< 1)")]
    [InlineData("x in ((<1))", "x in ((< 1))")]
    [InlineData("x in (a+1)*2", "x in (a + 1) * 2")]
    [InlineData("]0..5[", "(0..5)")]
    [InlineData("[0..ctx[1]]", "[0..(ctx[1])]")]
    [InlineData("(!= 3)", "(!= 3)")]
    [InlineData("[<3, >4]", "[(< 3), (> 4)]")]
    [InlineData("if a then if b then 1 else 2 else 3", "if a then if b then 1 else 2 else 3")]
    [InlineData("(if a then 1 else 2) + 1", "(if a then 1 else 2) + 1")]
    [InlineData("for i in 1 .. 3,j in [i] return i+j", "for i in 1..3, j in [i] return i + j")]
    [InlineData("some i in x satisfies i", "some i in x satisfies i")]
    [InlineData("every i-j in x satisfies i-j", "every i-j in x satisfies i-j")]
    [InlineData("{a b:1,\"c+d\":2,\"if\":3}", "{a b: 1, \"c+d\": 2, \"if\": 3}")]
    [InlineData("(function(v : list< number >,w) v)(1,2)", "(function(v: list<number>, w) v)(1, 2)")]
    [InlineData("substring(string:\"a\",start position:1)", "substring(string: \"a\", start position: 1)")]
    [InlineData("x instance of function< number,context< a b : date and time > >->Any", "x instance of function<number, context<a b: date and time>> -> Any")]
    [InlineData("(-x) instance of number", "(-x) instance of number")]
    [InlineData("\"a\\\"b\\\\c\\n\\d\"", "\"a\\\"b\\\\c\\n\\\\d\"")]
    [InlineData("@\"P1D\"", "@\"P1D\"")]
    [InlineData("1.50 + .5e3 // end", "1.50 + .5e3")]
    [InlineData("a  -  b", "a - b")]
    [InlineData("(a) - b", "(a) - (b)")]
    [InlineData("if in range? then ctx.p-q else ctx.p - a", "if in range? then ctx.p-q else ctx.p - a")]
    [InlineData("(ctx.p)-q", "((ctx).p) - (q)")]
    [InlineData("?", "?")]
    [InlineData("null", "null")]
    public void Canonical_AnExpression_IsOneTextThatIsReadAsTheSame(string text, string expected)
    {
        var expression = Compile(text);
        Assert.Equal(expected, expression.Canonical);
        Assert.True(Compile(expected).MeansTheSameAs(expression));
        Assert.Equal(expected, Compile(expected).Canonical);
    }

    [Theory]
    [InlineData("-", "-")]
    [InlineData(">25", "> 25")]
    [InlineData("\"a\",\"b\"", "\"a\", \"b\"")]
    [InlineData("not( <1, [3..4] )", "not(< 1, [3..4])")]
    [InlineData("(not(x))", "(not(x))")]
    [InlineData("not(x) and ? > 1", "not(x) and ? > 1")]
    [InlineData("not(x), 3", "(not(x)), 3")]
    [InlineData("? > 1", "> 1")]
    [InlineData("count(?)=1", "count(?) = 1")]
    public void Canonical_UnaryTests_AreOneTextThatIsReadAsTheSame(string text, string expected)
    {
        Assert.True(UnaryTests.TryCompile(text, Names, out var tests, out var error), error?.ToString());
        Assert.Equal(expected, tests.Canonical);
        Assert.True(UnaryTests.TryCompile(expected, Names, out var again, out error), error?.ToString());
        Assert.True(again.MeansTheSameAs(tests));
    }

    [Theory]
    [InlineData("1 + 2", "1 - 2")]
    [InlineData("f(a)", "f(a, a)")]
    [InlineData("[1]", "[2]")]
    [InlineData("{a: 1}", "{b: 1}")]
    [InlineData("x instance of list<number>", "x instance of list<string>")]
    [InlineData("(< 3)", "(<= 3)")]
    public void MeansTheSameAs_AnotherTree_IsNot(string one, string other) => Assert.False(Compile(one).MeansTheSameAs(Compile(other)));

    private static FeelExpression Compile(string text)
    {
        Assert.True(FeelExpression.TryCompile(text, Names, out var expression, out var error), $"{text}: {error}");
        return expression;
    }
}
