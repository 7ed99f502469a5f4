using System.Text.Json.Nodes;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Changing;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>Why a past decision was made as it was: from what was read then, by the rules of that time.</summary>
/// <param name="Input">What was judged; null when what is stored is damaged.</param>
/// <param name="Explanation">Every table, row and cell; null when it cannot be rebuilt, and then <paramref name="Doubt"/> says why.</param>
/// <param name="Flips">The smallest changes of what was read after which the same rules would say something else.</param>
/// <param name="Doubt">What keeps this from being the whole truth; null when nothing does.</param>
public sealed record DecisionTrace(DecisionRecord Record, JsonObject? Input, PolicyExplanation? Explanation, IReadOnlyList<VerdictFlip> Flips, string? Doubt)
{
    /// <summary>What nobody can change and policies ask for more because of; null where a flip asks for less, or where it is not so.</summary>
    public GivenHold? Held { get; init; }
}

/// <summary>Explains past decisions to whoever may see policies and cases. Nothing of today is looked at: not the records, not the rules in force.</summary>
public sealed class ExplainDecision(ReadDecisions decisions, PastPolicies past)
{
    /// <summary>Null when there is no such decision, or the actor may not see it.</summary>
    public async Task<DecisionTrace?> FindAsync(Actor actor, long id, CancellationToken cancellation)
    {
        if (await decisions.FindAsync(actor, id, cancellation) is not { } found)
        {
            return null;
        }

        if (found.Input is null)
        {
            return new DecisionTrace(found.Record, null, null, [], "What was read for this decision is damaged in storage, so it cannot be explained.");
        }

        if (await past.FindAsync(found.Record, cancellation) is not { } set)
        {
            return new DecisionTrace(found.Record, found.Input, null, [], "The rules that judged this are no longer stored as they were published, so the rows cannot be shown.");
        }

        return Explain(found.Record, found.Input, set);
    }

    private static DecisionTrace Explain(DecisionRecord record, JsonObject input, PolicySet set)
    {
        var explanation = PolicyEngine.Explain(set, record.ActionTypeId, input);
        var isSame = record.Barred is not null
            || (explanation.Verdict.Verdict, explanation.Verdict.ApproverRole, FiredRows.Write(explanation.Verdict)) == (record.Verdict, record.ApproverRole, record.Fired);
        // What the action itself forbids, no change of what policies look at makes possible.
        var flips = record.Barred is null ? WhatWouldChange.Find(set, record.ActionTypeId, input) : [];
        return new DecisionTrace(record, input, explanation, flips, isSame ? null : "Judged again, the same rules say something else about the same input than was stored; the stored verdict is what counted.")
        {
            Held = record.Barred is null ? WhatIsGiven.Find(set, record.ActionTypeId, input, flips) : null,
        };
    }
}
