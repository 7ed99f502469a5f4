using OpsConsole.Controls;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Changing;
using OpsConsole.Core.Policies.Judging;
using OpsConsole.Core.Policies.Replaying;
using Proving = OpsConsole.Core.Actions.Proving.Origin;

namespace OpsConsole.Actions;

/// <summary>How the parts of an explanation and the fate of a decision are shown.</summary>
public static class TraceLook
{
    public static StatusLook Of(RowState state) => state switch
    {
        RowState.Fired => new(Tone.Info, "ack", "Fired"),
        RowState.Undecided => new(Tone.Unknown, "unknown", "Cannot be told"),
        RowState.RuledOut => new(Tone.Quiet, "none", "Ruled out"),
    };

    /// <summary>The shape, the colour and the word by which a cell says what became of it.</summary>
    public static StatusLook Of(CellState state) => state switch
    {
        CellState.Met => new(Tone.Good, "ack", "met"),
        CellState.NotMet => new(Tone.Bad, "failed", "not met"),
        CellState.Undecided => new(Tone.Unknown, "unknown", "cannot be told"),
    };

    public static StatusLook Of(DecisionRecord record) => Of(record.Verdict, record.ApproverRole);

    private static StatusLook Of(Verdict verdict, string approver) => verdict switch
    {
        Verdict.Allow => new(Tone.Good, "ready", "May run alone"),
        Verdict.RequireApproval when approver == Roles.Supervisor => new(Tone.Warn, "supervisor", "Needs supervisor"),
        Verdict.RequireApproval => new(Tone.Info, "you", "Needs an agent"),
        Verdict.Deny => new(Tone.Bad, "blocked", "Denied"),
    };

    public static string Stage(DecisionStage stage) => stage switch
    {
        DecisionStage.Proposed => "When it was proposed",
        DecisionStage.Edited => "When its parameters were edited",
        DecisionStage.Returned => "Right before the call, because what was decided no longer held",
    };

    /// <summary>What people made of it, and what came of that, as one sentence.</summary>
    public static string Fate(DecisionRecord record)
    {
        var by = record.FateByName is { } name ? $" by {name}" : "";
        var decided = record.Fate switch
        {
            DecisionFate.Waiting => "Nobody has decided yet",
            DecisionFate.Denied => "Nothing to decide",
            DecisionFate.Approved => $"Approved{by}",
            DecisionFate.Authorized => "Approved by a lease",
            DecisionFate.Rejected => $"Rejected{by}{(record.ReasonCode is { } reason ? $", {reason.Replace('-', ' ')}" : "")}",
            DecisionFate.Edited => $"Edited{by}, and judged anew",
            DecisionFate.Expired => "Nobody decided in time",
            DecisionFate.Withdrawn => "Withdrawn",
        };
        return record.Outcome == DecisionOutcome.None ? decided : $"{decided}; {Outcome(record.Outcome)}";
    }

    /// <summary>The smallest changes after which policies would say something else; and where none asks for less, what is given that keeps them.</summary>
    public static IReadOnlyList<Counterfactual> Counterfactuals(this DecisionTrace trace) =>
    [
        .. trace.Held is { } held ? [new Counterfactual(Words(held), Of(held.Then, trace.Record)) { IsInWords = true }] : Array.Empty<Counterfactual>(),
        .. trace.Flips.Select(flip => new Counterfactual(string.Join(" and ", flip.Changes.Select(change => change.Condition)), Of(flip.Then, trace.Record))),
    ];

    /// <summary>Such as <c>A fact says the amount, and not only the model</c>.</summary>
    private static string Words(GivenHold held) => held.Kind switch
    {
        GivenKind.Scope => "Cases of this type are about this action",
        GivenKind.Origins => $"A fact says {Listed(held.Origins.Select(origin => $"the {origin.Parameter.Replace('_', ' ')}"))}, and not only {Listed(held.Origins.Select(origin => Witness(origin.From)).Distinct())}",
    };

    private static string Witness(string from) => from switch
    {
        Proving.CustomerText => "the customer’s words",
        Proving.Model => "the model",
        Proving.Proposer => "the proposing program",
        _ => from,
    };

    private static string Listed(IEnumerable<string> words) => words.ToList() is { Count: > 1 } many ? $"{string.Join(", ", many[..^1])} and {many[^1]}" : string.Concat(words);

    /// <summary>Where several would have to approve, or it would go the same way as now, the number of people is what tells the two apart.</summary>
    private static StatusLook Of(RuleDemand demand, DecisionRecord now)
    {
        var look = Of(demand.Verdict, demand.ApproverRole);
        var isCounted = demand is { Verdict: Verdict.RequireApproval, Quorum: > 1 } || (demand.Verdict == now.Verdict && demand.ApproverRole == now.ApproverRole);
        return isCounted ? look with { Word = Phrase.Count(demand.Quorum, demand.ApproverRole) } : look;
    }

    private static string Outcome(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.None => "not carried out",
        DecisionOutcome.NotRun => "it did not run, because that no longer held",
        DecisionOutcome.Verified => "its effect was verified",
        DecisionOutcome.Unverifiable => "acknowledged, with nothing to read back",
        DecisionOutcome.Unknown => "nobody knows whether it happened",
        DecisionOutcome.Contradicted => "what was read back contradicts it",
        DecisionOutcome.Failed => "it failed",
        DecisionOutcome.Undone => "it was undone later",
    };
}
