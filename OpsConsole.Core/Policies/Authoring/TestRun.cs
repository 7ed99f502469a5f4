using System.Text.Json.Nodes;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>Holds a policy's tests against it. Pure; judged by this policy alone, whatever its days.</summary>
public static class TestRun
{
    public static IReadOnlyList<PolicyTestResult> Of(Policy policy)
    {
        var alone = new PolicySet([policy], []);
        return [.. policy.Document.Tests.Select((test, index) => Ask(alone, policy, test, index))];
    }

    /// <summary>What this policy alone says to an input. An input that names no action type of the policy is taken for one of its first.</summary>
    public static PolicyVerdict Judge(Policy policy, JsonObject input) => Judge(new PolicySet([policy], []), policy, input);

    private static PolicyVerdict Judge(PolicySet alone, Policy policy, JsonObject input)
    {
        var named = input["action"] is JsonObject action && action["id"] is JsonValue id && id.TryGetValue<string>(out var text) ? text : null;
        return PolicyEngine.Decide(alone, named is not null && Policy.Covers(policy.Governs, named) ? named : policy.Governs[0], input);
    }

    private static PolicyTestResult Ask(PolicySet alone, Policy policy, PolicyTest test, int index)
    {
        var got = Judge(alone, policy, TestFaults.Input(test) ?? []);
        return new PolicyTestResult(index, test, got, Problem(test, got));
    }

    private static string? Problem(PolicyTest test, PolicyVerdict got)
    {
        var fired = got.Hits.Select(hit => hit.RuleId).ToList();
        var silent = test.Rules.Where(rule => !fired.Contains(rule)).ToList();
        if (VerdictText.Of(got.Verdict) != test.Verdict)
        {
            return $"Expected {test.Verdict}, got {VerdictText.Of(got.Verdict)} by {string.Join(", ", fired)}: {got.Reason}";
        }

        if (test.Approver.Length > 0 && test.Approver != got.ApproverRole)
        {
            return $"Expected the approver {test.Approver}, got {got.ApproverRole} by {string.Join(", ", fired)}.";
        }

        return silent.Count == 0 ? null : $"Expected {string.Join(", ", silent)} to fire; what fired is {string.Join(", ", fired)}.";
    }
}
