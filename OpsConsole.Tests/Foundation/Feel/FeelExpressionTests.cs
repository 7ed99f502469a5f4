using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Tests.Foundation.Feel;

public sealed class FeelExpressionTests
{
    private static readonly JsonObject Input = JsonNode.Parse("""
        {
          "order": { "status": "pending", "total": 42.90, "placed_at": "2026-11-01T10:00:00Z", "delivered_at": null, "shipping address": { "city": "Lyon" },
            "items": [ { "name": "Lamp", "price": 30, "quantity": 1 }, { "name": "Bulb", "price": 6.45, "quantity": 2 } ] },
          "words": ["a", "b", "a"], "now": "2026-11-17T10:00:00Z", "yes": true, "nothing": null
        }
        """)!.AsObject();

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 2 - 3", "5")]
    [InlineData("-2 ** 2", "4")]
    [InlineData("2 ** 3 ** 2", "64")]
    [InlineData("0.1 + 0.2 = 0.3", "true")]
    [InlineData("1e3 + .5", "1000.5")]
    [InlineData("\"a\" + \"b\"", "\"ab\"")]
    [InlineData("\"\\u20AC \\\"x\\\" \\n\"", "\"€ \\\"x\\\" \\n\"")]
    [InlineData("null + 1", "null")]
    [InlineData("1 /* one */ + // and\n 1", "2")]
    public void Evaluate_Arithmetic_GivesTheValue(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("true and null", "null")]
    [InlineData("false and null", "false")]
    [InlineData("true or null", "true")]
    [InlineData("false or null", "null")]
    [InlineData("not(null)", "null")]
    [InlineData("null = null", "true")]
    [InlineData("null = 1", "false")]
    [InlineData("null < 1", "null")]
    [InlineData("\"x\" and true", "null")]
    [InlineData("1 between 1 and 3 and true", "true")]
    [InlineData("if null then 1 else 2", "2")]
    public void Evaluate_Logic_KnowsThreeValues(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("order.status", "\"pending\"")]
    [InlineData("order.shipping address.city", "\"Lyon\"")]
    [InlineData("order.delivered_at", "null")]
    [InlineData("order.delivered_at.year", "null")]
    [InlineData("order.items.name", "[\"Lamp\",\"Bulb\"]")]
    [InlineData("order.items[1].name", "\"Lamp\"")]
    [InlineData("order.items[-1].name", "\"Bulb\"")]
    [InlineData("order.items[3]", "null")]
    [InlineData("order.items[price > 10].name", "[\"Lamp\"]")]
    [InlineData("order.items[item.quantity = 2].price", "[6.45]")]
    [InlineData("words[item = \"a\"]", "[\"a\",\"a\"]")]
    [InlineData("count(order.items) = 2", "true")]
    [InlineData("sum(for i in order.items return i.price * i.quantity)", "42.9")]
    [InlineData("for x in 1..3, y in [10, 20] return x * y", "[10,20,20,40,30,60]")]
    [InlineData("for x in 3..1 return x", "[3,2,1]")]
    [InlineData("some i in order.items satisfies i.price > 20", "true")]
    [InlineData("every i in order.items satisfies i.price > 20", "false")]
    [InlineData("{a: 1, b: a + 1, \"c d\": b}.b", "2")]
    [InlineData("function(x: number) x + 1", "null")]
    [InlineData("{f: function(x) x * 2, r: f(4)}.r", "8")]
    [InlineData("sort([3, 1, 2], function(x, y) x < y)", "[1,2,3]")]
    public void Evaluate_PathsListsAndContexts_GivesTheValue(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("5 in [1..5]", "true")]
    [InlineData("5 in [1..5)", "false")]
    [InlineData("1 in (1..5]", "false")]
    [InlineData("1 in ]0..5[", "true")]
    [InlineData("5 in (1, 2, > 4)", "true")]
    [InlineData("5 in >= 5", "true")]
    [InlineData("\"a\" in words", "true")]
    [InlineData("order.total in (< 10)", "false")]
    [InlineData("order.status in (\"pending\", \"processing\") and yes", "true")]
    [InlineData("date(\"2026-02-01\") in [date(\"2026-01-01\")..date(\"2026-12-31\")]", "true")]
    [InlineData("4 instance of number", "true")]
    [InlineData("[1] instance of list<number>", "true")]
    public void Evaluate_RangesAndIn_GivesTheValue(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("string length(\"a€🐎\")", "3")]
    [InlineData("substring(\"foobar\", 3, 3)", "\"oba\"")]
    [InlineData("substring(string: \"foobar\", start position: -2)", "\"ar\"")]
    [InlineData("substring before(\"foobar\", \"bar\")", "\"foo\"")]
    [InlineData("substring after(\"foobar\", \"ob\")", "\"ar\"")]
    [InlineData("upper case(\"abc\")", "\"ABC\"")]
    [InlineData("starts with(order.status, \"pend\")", "true")]
    [InlineData("matches(\"W-1234\", \"^W-[0-9]+$\")", "true")]
    [InlineData("replace(\"a-b\", \"-\", \"+\")", "\"a+b\"")]
    [InlineData("split(\"a;b\", \";\")", "[\"a\",\"b\"]")]
    [InlineData("string join([\"a\", null, \"b\"], \", \")", "\"a, b\"")]
    [InlineData("list contains(words, \"b\")", "true")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("max([3, 1, 2])", "3")]
    [InlineData("mean([1, 2, 6])", "3")]
    [InlineData("median([8, 2, 4, 6])", "5")]
    [InlineData("append([1], 2, 3)", "[1,2,3]")]
    [InlineData("concatenate([1], [2, 3])", "[1,2,3]")]
    [InlineData("distinct values(words)", "[\"a\",\"b\"]")]
    [InlineData("index of(words, \"a\")", "[1,3]")]
    [InlineData("sublist([1, 2, 3, 4], -2, 1)", "[3]")]
    [InlineData("insert before([1, 3], 2, 2)", "[1,2,3]")]
    [InlineData("remove([1, 2, 3], 2)", "[1,3]")]
    [InlineData("flatten([[1, [2]], 3])", "[1,2,3]")]
    [InlineData("decimal(1.005, 2)", "1")]
    [InlineData("round half up(5.5, 0)", "6")]
    [InlineData("round half down(5.5, 0)", "5")]
    [InlineData("round up(-1.1, 0)", "-2")]
    [InlineData("floor(-1.5)", "-2")]
    [InlineData("modulo(-10, 3)", "2")]
    [InlineData("string([1, \"a\", {b: null}])", "\"[1, \\\"a\\\", {b: null}]\"")]
    [InlineData("number(\"1.000,5\", \".\", \",\")", "1000.5")]
    [InlineData("get value(order, \"nope\")", "null")]
    [InlineData("is defined(order.nope)", "false")]
    [InlineData("format money(1042.9, \"EUR\")", "\"1,042.90 €\"")]
    public void Evaluate_BuiltIns_GiveTheValue(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("date and time(order.placed_at) + duration(\"P14D\") < now()", "true")]
    [InlineData("now() - date and time(order.placed_at)", "\"P16D\"")]
    [InlineData("today()", "\"2026-11-17\"")]
    [InlineData("date(\"2026-11-17\") - date(\"2026-11-01\") = duration(\"P16D\")", "true")]
    [InlineData("date(2026, 1, 31) + duration(\"P1M\")", "\"2026-02-28\"")]
    [InlineData("@\"2026-11-17\".weekday", "2")]
    [InlineData("duration(\"PT26H30M\")", "\"P1DT2H30M\"")]
    [InlineData("duration(\"-P1Y2M\").months", "-2")]
    [InlineData("years and months duration(date(\"2025-03-15\"), date(\"2026-11-14\"))", "\"P1Y7M\"")]
    [InlineData("date and time(\"2026-11-17T10:00:00+01:00\") = date and time(\"2026-11-17T09:00:00Z\")", "true")]
    [InlineData("time(\"10:00:00\") < time(\"10:00:01\")", "true")]
    [InlineData("day of week(date(\"2026-11-17\"))", "\"Tuesday\"")]
    public void Evaluate_DatesAndDurations_GivesTheValue(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("ordr.status", "nothing is known as 'ordr'")]
    [InlineData("order.statuss", "there is no 'statuss'")]
    [InlineData("order.total > \"40\"", "cannot compare a number with a string")]
    [InlineData("order.total + \"x\"", "cannot calculate number + string")]
    [InlineData("1 / 0", "division by zero")]
    [InlineData("date(\"17.11.2026\")", "date cannot read '17.11.2026'")]
    [InlineData("upper case(1)", "upper case wants a string, not a number")]
    [InlineData("substring(\"a\")", "substring takes (string, start position, length)")]
    [InlineData("matches(\"a\", \"(\")", "matches wants a regular expression, not '('")]
    [InlineData("1e6144 * 10", "the result of * is out of range")]
    public void Evaluate_WhatCannotBe_IsNullWithAProblem(string text, string problem)
    {
        var result = Compile(text).Evaluate(Input);
        Assert.Null(result.Value);
        Assert.Equal([problem], result.Problems);
    }

    [Theory]
    [InlineData("", 1, "expected a value, found the end")]
    [InlineData("1 +", 4, "expected a value, found the end")]
    [InlineData("order.total > > 5", 15, "expected a value, found '>'")]
    [InlineData("if a then b", 12, "expected 'else', found the end")]
    [InlineData("\"abc", 1, "expected a value, found a text without its closing quote")]
    [InlineData("[1, 2", 6, "expected ']', found the end")]
    [InlineData("[1..2", 6, "expected ']', ')' or '[' at the end of the range, found the end")]
    [InlineData("a # b", 3, "expected an operator or the end, found the character '#'")]
    [InlineData("for x 1..2 return x", 7, "expected 'in', found '1'")]
    [InlineData("@\"tomorrow\"", 1, "\"tomorrow\" is no date, time or duration")]
    public void TryCompile_WhatIsNoFeel_TellsWhereAndWhatWasExpected(string text, int position, string message)
    {
        Assert.False(FeelExpression.TryCompile(text, out _, out var error));
        Assert.Equal(new FeelError(position, message), error);
    }

    private static void AssertValue(string text, string expected)
    {
        var value = Compile(text).Evaluate(Input).Value;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), value), $"{text} gave {value?.ToJsonString() ?? "null"}, not {expected}");
    }

    private static FeelExpression Compile(string text)
    {
        Assert.True(FeelExpression.TryCompile(text, out var expression, out var error), error?.ToString());
        return expression;
    }
}
