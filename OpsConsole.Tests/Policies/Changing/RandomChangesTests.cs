using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Changing;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Tests.Policies.Changing;

public sealed class RandomChangesTests
{
    [Fact]
    public void Find_RandomTablesAndInputs_EachChangeFlipsAndNoneOfTwoIsEnough()
    {
        var tables = new RandomTables(20_261_305);
        var (told, pairs) = (0, 0);
        for (var round = 0; round < 1_500; round++)
        {
            var set = new PolicySet([tables.Policy("p", tables.Pick(3, 8, 20)), tables.Policy("q", tables.Pick(1, 4))], []);
            var input = tables.Input();
            var now = Outcome.Of(Demand(set, input, []));
            foreach (var flip in WhatWouldChange.Find(set, RandomTables.ActionType, input))
            {
                told++;
                pairs += flip.Changes.Count > 1 ? 1 : 0;
                var then = Demand(set, input, flip.Changes);
                Assert.True(Outcome.Of(then) == Outcome.Of(flip.Then) && Outcome.Of(then) != now, $"{flip.Sentence} gives {then.Verdict} {then.ApproverRole} {then.Quorum}\n{input.ToJsonString()}");
                Assert.True(flip.Changes.Count == 1 || flip.Changes.All(change => Outcome.Of(Demand(set, input, [change])) != Outcome.Of(flip.Then)), $"One change is enough for: {flip.Sentence}");
            }
        }

        Assert.True(told > 1_500 && pairs > 30, $"{told} changes were told, {pairs} of them of two inputs");
    }

    [Fact]
    public void Find_RandomClosedTables_AllThatAConditionPromisesFlips()
    {
        var tables = new RandomTables(20_261_306);
        var promised = 0;
        for (var round = 0; round < 1_000; round++)
        {
            var set = new PolicySet([tables.Policy("p", tables.Pick(3, 8, 20), closed: true)], []);
            var input = tables.Input();
            foreach (var flip in WhatWouldChange.Find(set, RandomTables.ActionType, input).Where(flip => flip.Changes is [{ Expression: "action.amount" }]))
            {
                for (var point = 0; point < 20; point++)
                {
                    var amount = tables.Number();
                    if (Meets(flip.Changes[0].Condition, amount))
                    {
                        promised++;
                        Assert.Equal(Outcome.Of(flip.Then), Outcome.Of(Demand(set, input, [flip.Changes[0] with { Value = JsonValue.Create(amount).ToJsonString() }])));
                    }
                }
            }
        }

        Assert.True(promised > 400, $"{promised} values met a condition");
    }

    /// <summary>Reads a condition such as <c>25 &lt; amount ≤ 100</c> or <c>amount ≤ 5 or amount > 100</c> as FEEL.</summary>
    private static bool Meets(string condition, decimal amount)
    {
        var parts = condition.Replace("≤", "<=", StringComparison.Ordinal).Replace("≥", ">=", StringComparison.Ordinal).Split(" or ");
        return parts.Any(part => part.Split(' ') switch
        {
            [var low, var first, "amount", var second, var high] => Holds($"{low} {first} {amount} and {amount} {second} {high}"),
            ["amount", "is", "a", "number"] => true,
            ["amount", "is", var value] => Holds($"{value} = {amount}"),
            ["amount", var sign, var value] => Holds($"{amount} {sign} {value}"),
            _ => throw new ArgumentException(condition),
        });
    }

    private static bool Holds(string text) => FeelExpression.TryCompile(text, out var expression, out _) && expression.EvaluateBoolean([]) == true;

    /// <summary>What is asked for after changes: data are changed where they stand, what is computed is replaced.</summary>
    private static RuleDemand Demand(PolicySet set, JsonObject input, IReadOnlyList<InputChange> changes)
    {
        var changed = (JsonObject)input.DeepClone();
        foreach (var change in changes.Where(change => !change.IsComputed))
        {
            var steps = change.Expression.Split('.');
            var target = changed;
            foreach (var step in steps[..^1])
            {
                target = (target[step] ??= new JsonObject()).AsObject();
            }

            target[steps[^1]] = FeelJson.Write(new FeelRun(), Value(change.Value));
        }

        var governing = GoverningTables.Of(set, RandomTables.ActionType, changed);
        var members = FeelMembers.Of(changed);
        var values = governing.Read(members);
        foreach (var change in changes.Where(change => change.IsComputed))
        {
            values[governing.Expressions.FindIndex(expression => expression.Text == change.Expression)] = new InputValue(Value(change.Value), null);
        }

        return PolicyEngine.Demand(governing, values, members);
    }

    private static FeelValue Value(string text) => FeelExpression.TryCompile(text, out var expression, out _) ? expression.Run(new FeelRun(), FeelMembers.Of(new JsonObject())) : throw new ArgumentException(text);
}
