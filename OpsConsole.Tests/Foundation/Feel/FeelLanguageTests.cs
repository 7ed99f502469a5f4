using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Tests.Foundation.Feel;

/// <summary>The grammar of DMN 1.5, 10.3.1.2, rule by rule.</summary>
public sealed class FeelLanguageTests
{
    private static readonly JsonObject Input = JsonNode.Parse("""{"x": 5, "yes": true, "nothing": null, "list": [1, 2, 3], "items": [{"p": 1}, {"p": 2}], "now": "2026-11-17T10:00:00Z"}""")!.AsObject();

    [Theory]
    [InlineData("-2 ** 2", "4")]
    [InlineData("-x ** 2", "25")]
    [InlineData("2 ** -1", "0.5")]
    [InlineData("2 ** 3 ** 2", "64")]
    [InlineData("- - x", "5")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("2 + 3 * 4 ** 2", "50")]
    [InlineData("1 < 2 = true", "true")]
    [InlineData("1 = 1 and 2 = 2 or false", "true")]
    [InlineData("true or false and false", "true")]
    [InlineData("1 between 0 and 2 and 3 between 2 and 4", "true")]
    [InlineData("-1 instance of number", "true")]
    [InlineData("x + 1 instance of number", "null")]
    [InlineData("x instance of number = true", "true")]
    [InlineData("list instance of list<number>=true", "true")]
    [InlineData("if yes then 1 else 2 + 3", "1")]
    [InlineData("(if yes then 1 else 2) + 3", "4")]
    public void Evaluate_Operators_BindAsTheStandardSays(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("x in (< 3, > 4)", "true")]
    [InlineData("x in < 3", "false")]
    [InlineData("x in (= 5)", "true")]
    [InlineData("x in != 5", "false")]
    [InlineData("x in ([1..3], 5)", "true")]
    [InlineData("x in [[1..3], [4..6]]", "true")]
    [InlineData("x in [< 3, > 4]", "true")]
    [InlineData("x in (2 + 3) * 1", "true")]
    [InlineData("x in list", "false")]
    [InlineData("list in [[1, 2, 3]]", "true")]
    [InlineData("true in [false, 2, 3]", "false")]
    [InlineData("x in (? > 4)", "true")]
    [InlineData("x in ]0..5[", "false")]
    [InlineData("x in (0..[6, 7][1])", "true")]
    [InlineData("nothing in [1..3]", "null")]
    [InlineData("2 in (1..[2, 3][2])", "true")]
    public void Evaluate_In_TakesTestsRangesAndLists(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("[1..5] = [1..5]", "true")]
    [InlineData("]0..5[ = (0..5)", "true")]
    [InlineData("(= 10) = (= 10)", "true")]
    [InlineData("[1..3].start", "1")]
    [InlineData("(1..3].start included", "false")]
    [InlineData("[1..\"b\"]", "null")]
    [InlineData("]1..5[.start included", "false")]
    [InlineData("count([]1..5[, ]2..3[])", "2")]
    [InlineData("[1..[2, 3][item > 2][1]].end", "3")]
    [InlineData("[]0..5[, max(2)][2]", "2")]
    [InlineData("[true..false]", "null")]
    public void Evaluate_Ranges_AreValues(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1,1,2,6,24]")]
    [InlineData("for i in 1..3 return count(partial)", "[0,1,2]")]
    [InlineData("for i in 1..2 return partial", "[[],[[]]]")]
    [InlineData("for i in [1..3) return i", "[1,2]")]
    [InlineData("for i in 1..-1 return i", "[1,0,-1]")]
    [InlineData("for i in [[1, 2], [3]], j in i return j", "[1,2,3]")]
    [InlineData("for i in [] return i", "[]")]
    [InlineData("for i in x return i", "[5]")]
    [InlineData("for i in nothing return i", "null")]
    [InlineData("for i in [2..1] return i", "null")]
    [InlineData("for i in \"a\"..\"c\" return i", "null")]
    [InlineData("some i in [1, 2], j in [3, 4] satisfies i + j = 6", "true")]
    [InlineData("every i in [] satisfies false", "true")]
    [InlineData("some i in [] satisfies true", "false")]
    [InlineData("some i in [nothing, true] satisfies i", "true")]
    [InlineData("every i in [nothing, true] satisfies i", "null")]
    [InlineData("some i in [\"x\", true] satisfies i", "null")]
    [InlineData("some i in nothing satisfies i", "null")]
    public void Evaluate_Iterations_GiveTheValue(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("list[item > 1]", "[2,3]")]
    [InlineData("list[-1]", "3")]
    [InlineData("list[0]", "null")]
    [InlineData("list[x]", "null")]
    [InlineData("[][1]", "null")]
    [InlineData("[][item > 1]", "[]")]
    [InlineData("list[\"a\"]", "null")]
    [InlineData("list[nothing]", "[]")]
    [InlineData("x[1]", "5")]
    [InlineData("x[item > 9]", "[]")]
    [InlineData("nothing[1]", "null")]
    [InlineData("items[p = 2]", "[{\"p\":2}]")]
    [InlineData("items[item.p = 2].p", "[2]")]
    [InlineData("[{item: 1}, {item: 2}][item >= 2]", "[{\"item\":2}]")]
    [InlineData("[{a: [{b: 1}]}, {a: [{b: 2}, {b: 3}]}].a.b", "[[1],[2,3]]")]
    public void Evaluate_Filters_GiveTheValue(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("(function(a: number) a + 1)(2)", "3")]
    [InlineData("(function(a, b) a - b)(b: 1, a: 3)", "2")]
    [InlineData("(function(a) function(b) a * b)(2)(3)", "6")]
    [InlineData("(function(a: number) a)(\"x\")", "null")]
    [InlineData("(function(a: number) a)([7])", "7")]
    [InlineData("(function(a: list<number>) count(a))(7)", "1")]
    [InlineData("(function(a: number) a = null)(null)", "true")]
    [InlineData("(function(a) a)()", "null")]
    [InlineData("(function(a) a)(c: 1)", "null")]
    [InlineData("{fact: function(n) if n < 2 then 1 else n * fact(n - 1), r: fact(10)}.r", "3628800")]
    [InlineData("{apply: function(f, v) f(v), r: apply(abs, -2)}.r", "2")]
    [InlineData("{count: 3, r: count([count, count])}.r", "2")]
    [InlineData("{abs: function(v) 7, r: abs(-1)}.r", "7")]
    [InlineData("null()", "null")]
    [InlineData("\"abs\"(-1)", "null")]
    [InlineData("no such thing(1)", "null")]
    public void Evaluate_Functions_GiveTheValue(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("{\"a b\": 1, c: a b + 1}.c", "2")]
    [InlineData("{\"\": 1}", "{\"\":1}")]
    [InlineData("{größe: 1, 日本 語: 2, r: größe + 日本 語}.r", "3")]
    [InlineData("\"\\uD83D\\uDC0E \\U01F40E \\u20AC\"", "\"🐎 🐎 €\"")]
    [InlineData("\"\\d\\\\ \\' \\t\"", "\"\\\\d\\\\ ' \\t\"")]
    [InlineData("1 + /* 1 + */ 1 // and so on", "2")]
    [InlineData("@\"P1D\" + @\"PT24H\"", "\"P2D\"")]
    [InlineData("date and time(\"2026-01-01T00:00:00\").time offset", "null")]
    [InlineData("{a: 1}.b", "null")]
    [InlineData("{a: unknown, b: is defined(unknown)}.b", "false")]
    public void Evaluate_LiteralsAndContexts_GiveTheValue(string text, string expected) => AssertValue(text, expected);

    private static void AssertValue(string text, string expected)
    {
        Assert.True(FeelExpression.TryCompile(text, out var expression, out var error), error?.ToString());
        var value = expression.Evaluate(Input).Value;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), value), $"{text} gave {value?.ToJsonString() ?? "null"}, not {expected}");
    }
}
