using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Types;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Tests.Foundation.Feel;

public sealed class FeelTypeTests
{
    [Theory]
    [InlineData("1 instance of number", "true")]
    [InlineData("\"a\" instance of string", "true")]
    [InlineData("true instance of boolean", "true")]
    [InlineData("1 instance of string", "false")]
    [InlineData("1 instance of Any", "true")]
    [InlineData("null instance of Any", "false")]
    [InlineData("null instance of number", "false")]
    [InlineData("null instance of Null", "true")]
    [InlineData("@\"2026-01-01\" instance of date", "true")]
    [InlineData("@\"2026-01-01\" instance of date and time", "false")]
    [InlineData("@\"2026-01-01T00:00:00\" instance of date and time and true", "true")]
    [InlineData("@\"10:00:00\" instance of time", "true")]
    [InlineData("@\"P1D\" instance of days and time duration", "true")]
    [InlineData("@\"P1Y\" instance of years and months duration", "true")]
    [InlineData("@\"P1Y\" instance of days and time duration", "false")]
    [InlineData("[1, 2] instance of list<number>", "true")]
    [InlineData("[1, \"a\"] instance of list<number>", "false")]
    [InlineData("[1, null] instance of list<number>", "true")]
    [InlineData("[] instance of list<string>", "true")]
    [InlineData("[[1]] instance of list<list<number>>", "true")]
    [InlineData("1 instance of list<number>", "false")]
    [InlineData("[1] instance of list", "true")]
    [InlineData("{a: 1, b: \"x\", c: 1} instance of context<a: number, b: string>", "true")]
    [InlineData("{a: 1} instance of context<a: number, b: string>", "false")]
    [InlineData("{a: \"x\"} instance of context<a: number>", "false")]
    [InlineData("{a b: 1} instance of context<a b: number>", "true")]
    [InlineData("{} instance of context", "true")]
    [InlineData("[1..2] instance of range<number>", "true")]
    [InlineData("(< 2) instance of range<number>", "true")]
    [InlineData("[1..2] instance of range<string>", "false")]
    [InlineData("(function(a: number, b: string) true) instance of function<number, string> -> boolean", "true")]
    [InlineData("(function(a: number, b: string) true) instance of function<number, string> -> string", "false")]
    [InlineData("(function(a: number) a + 1) instance of function<number> -> number", "true")]
    [InlineData("(function(a: number) a) instance of function<string> -> number", "false")]
    [InlineData("(function(a) a) instance of function<number, number> -> Any", "false")]
    [InlineData("(function(a) a) instance of function", "true")]
    [InlineData("(function() 1) instance of function<> -> number", "true")]
    [InlineData("abs instance of function<number> -> number", "true")]
    public void Evaluate_InstanceOf_ComparesWholeTypes(string text, string expected)
    {
        Assert.True(FeelExpression.TryCompile(text, out var expression, out var error), error?.ToString());
        Assert.Equal(expected, expression.Evaluate([]).Value?.ToJsonString());
    }

    [Fact]
    public void ConformsTo_TheLattice_IsThatOfTheStandard()
    {
        var one = new FeelType.ContextOf([new FeelType.MemberType("a", FeelType.Number)]);
        var two = new FeelType.ContextOf([new FeelType.MemberType("a", FeelType.Number), new FeelType.MemberType("b", FeelType.Text)]);
        var takesAny = new FeelType.FunctionOf([FeelType.Any], FeelType.Number);
        var takesNumber = new FeelType.FunctionOf([FeelType.Number], FeelType.Any);
        Assert.True(FeelType.Null.ConformsTo(FeelType.Date) && FeelType.Date.ConformsTo(FeelType.Any));
        Assert.True(two.ConformsTo(one) && two.ConformsTo(FeelType.AnyContext));
        Assert.False(one.ConformsTo(two) || FeelType.Any.ConformsTo(FeelType.Number) || FeelType.Date.ConformsTo(FeelType.DateAndTime));
        Assert.True(new FeelType.ListOf(two).ConformsTo(new FeelType.ListOf(one)) && takesAny.ConformsTo(takesNumber));
        Assert.False(takesNumber.ConformsTo(takesAny));
        Assert.Equal("context<a: number, b: string>", two.ToString());
    }

    [Theory]
    [InlineData("1", "list<number>", "[1]")]
    [InlineData("[1]", "number", "1")]
    [InlineData("[1, 2]", "number", null)]
    [InlineData("\"a\"", "number", null)]
    [InlineData("\"a\"", "list<number>", null)]
    [InlineData("null", "number", "null")]
    [InlineData("@\"2026-01-01\"", "date and time", "@\"2026-01-01T00:00:00Z\"")]
    [InlineData("@\"2026-01-01T10:00:00\"", "date", null)]
    [InlineData("[@\"2026-01-01\"]", "date and time", "@\"2026-01-01T00:00:00Z\"")]
    [InlineData("{a: 1, b: 2}", "context<a: number>", "{a: 1, b: 2}")]
    [InlineData("{b: 2}", "context<a: number>", null)]
    public void Coerce_AValue_FollowsTheImplicitConversions(string text, string type, string? expected)
    {
        Assert.True(FeelExpression.TryCompile($"function(v: {type}) v", out var typed, out _));
        var wanted = ((FeelType.FunctionOf)((FeelValue.Function)Value(typed.Text)).Type!).Parameters![0];
        var coerced = FeelTyping.Coerce(Value(text), wanted);
        Assert.Equal(expected is null ? null : FeelText.Write(new FeelRun(), Value(expected)), coerced is null ? null : FeelText.Write(new FeelRun(), coerced));
    }

    private static FeelValue Value(string text)
    {
        Assert.True(FeelExpression.TryCompile(text, out var expression, out var error), error?.ToString());
        return expression.Run(new FeelRun(), FeelMembers.Of(new JsonObject()));
    }
}
