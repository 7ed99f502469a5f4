using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Tests.Foundation.Feel;

/// <summary>What an expression gives, told as FEEL writes it: <c>"text"</c>, <c>[1, 2]</c>, <c>2026-11-17</c>, <c>null</c>.</summary>
internal static class FeelAssert
{
    public static void Gives(string expected, string text) => Assert.Equal(expected, Evaluate(text, out _));

    /// <summary>Null that was meant to be a value: somebody is told why.</summary>
    public static void IsRefused(string text)
    {
        Assert.Equal("null", Evaluate(text, out var problems));
        Assert.NotEmpty(problems);
    }

    private static string Evaluate(string text, out IReadOnlyList<string> problems)
    {
        Assert.True(FeelExpression.TryCompile(text, out var expression, out var error), $"{text}: {error}");
        var run = new FeelRun();
        var value = expression.Run(run, FeelMembers.Of(new JsonObject()));
        problems = run.Problems;
        return FeelText.Literal(run, value);
    }
}
