using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>How a run of tests ended.</summary>
public abstract record TestsOutcome
{
    private TestsOutcome()
    {
    }

    /// <summary>One result for each test, in their order.</summary>
    public sealed record Ran(IReadOnlyList<PolicyTestResult> Results) : TestsOutcome
    {
        public int Failed => Results.Count(result => !result.Passes);
    }

    /// <summary>A past decision as a test: what the document says to it now is what it is expected to say from now on.</summary>
    public sealed record Made(PolicyTest Test) : TestsOutcome;

    /// <summary>The document has faults, so that it cannot judge anything.</summary>
    public sealed record Faulty(IReadOnlyList<PolicyFault> Faults) : TestsOutcome;

    /// <summary>There is no such decision, or its input cannot be read.</summary>
    public sealed record NoSuchDecision : TestsOutcome;

    public sealed record Forbidden(NotAllowed Missing) : TestsOutcome;
}

/// <summary>Runs the tests of a document, stored or still being typed, by that document alone, and makes tests of past decisions. Changes nothing.</summary>
public sealed class RunPolicyTests(OpsDatabase database)
{
    public static TestsOutcome Run(Actor actor, PolicyDocument document) =>
        !actor.May(Permissions.PoliciesView) ? new TestsOutcome.Forbidden(new NotAllowed(Permissions.PoliciesView))
        : PolicyCompiler.Compile(document, 0, out var faults) is { } policy ? new TestsOutcome.Ran(TestRun.Of(policy))
        : new TestsOutcome.Faulty(faults);

    /// <summary>
    /// A test with the input of a past decision, and the verdict that <paramref name="document"/> gives on it. Only what the document
    /// looks at is taken over, so that no more of a customer's data stands in a policy than its rules need.
    /// </summary>
    public async Task<TestsOutcome> MakeAsync(Actor actor, PolicyDocument document, long decisionId, CancellationToken cancellation)
    {
        if (Lacking(actor) is { } lacking)
        {
            return new TestsOutcome.Forbidden(lacking);
        }

        if (PolicyCompiler.Compile(document with { Tests = [] }, 0, out var faults) is not { } policy)
        {
            return new TestsOutcome.Faulty(faults);
        }

        var (record, snapshot) = await database.ReadAsync(
            async db => (await db.Set<DecisionRecord>().SingleOrDefaultAsync(row => row.Id == decisionId, cancellation),
                await db.Set<DecisionInput>().SingleOrDefaultAsync(row => row.DecisionId == decisionId, cancellation)),
            cancellation);
        return record is null || snapshot is null || DecisionSnapshot.Unpack(snapshot.Snapshot) is not { } input
            ? new TestsOutcome.NoSuchDecision()
            : new TestsOutcome.Made(Make(policy, record, input));
    }

    private static NotAllowed? Lacking(Actor actor) =>
        !actor.May(Permissions.PoliciesChange) ? new NotAllowed(Permissions.PoliciesChange)
        : !actor.May(Permissions.CasesView) ? new NotAllowed(Permissions.CasesView)
        : null;

    private static PolicyTest Make(Policy policy, DecisionRecord record, JsonObject input)
    {
        var whole = TestRun.Judge(policy, input);
        var seen = UsedInput.Of(policy.Document, input);
        var verdict = TestRun.Judge(policy, seen);
        if (Rows(whole) != Rows(verdict))
        {
            (seen, verdict) = (input, whole);
        }

        return new PolicyTest(
            Name(policy.Document, $"Case {record.CaseNumber}, action {record.ActionNumber}"),
            seen.ToJsonString(DocumentJson.Options),
            VerdictText.Of(verdict.Verdict),
            verdict.Verdict == Verdict.RequireApproval ? verdict.ApproverRole : "",
            [.. verdict.Hits.Where(hit => hit.PolicyId == policy.Id).Select(hit => hit.RuleId)]);
    }

    private static string Rows(PolicyVerdict verdict) => string.Join(' ', verdict.Hits.Select(hit => $"{hit.RuleId}/{hit.IsUndecided}"));

    private static string Name(PolicyDocument document, string wanted)
    {
        var name = wanted;
        for (var number = 2; document.Tests.Any(test => test.Name == name); number++)
        {
            name = $"{wanted} ({number})";
        }

        return name;
    }
}
