namespace OpsConsole.Core.Policies.Replaying;

/// <summary>
/// One stored answer of policies to an action, and what became of it. What was judged is in <see cref="DecisionInput"/>, so that lists
/// and counts do not read it.
/// </summary>
public sealed class DecisionRecord
{
    /// <summary>Grows with time; what is stored later has the higher one.</summary>
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DecisionStage Stage { get; init; }

    public required string ActionTypeId { get; init; }

    public required string? CaseTypeId { get; init; }

    public required Guid CaseId { get; init; }

    public required long CaseNumber { get; init; }

    public required Guid ActionId { get; init; }

    /// <summary>The action's number within its case.</summary>
    public required int ActionNumber { get; init; }

    public required string Title { get; init; }

    /// <summary>Hundredths of <see cref="Currency"/>.</summary>
    public required long Amount { get; init; }

    public required string? Currency { get; init; }

    public required Verdict Verdict { get; init; }

    public required string ApproverRole { get; init; }

    /// <summary>The rows that fired, the deciding one first, such as <c>refunds/R7 holds/H2</c>.</summary>
    public required string Fired { get; init; }

    /// <summary>The sentence of the deciding row.</summary>
    public required string Reason { get; init; }

    /// <summary>Digest of the exact policy versions that were evaluated.</summary>
    public required string PolicyDigest { get; init; }

    /// <summary>These versions by name, such as <c>holds@2 refunds@5</c>; empty when they are not known.</summary>
    public required string PolicyVersions { get; init; }

    /// <summary>Why the action type itself forbids it, whatever policies say; null when it does not.</summary>
    public required string? Barred { get; init; }

    public DecisionFate Fate { get; private set; }

    /// <summary>Who decided it: an actor id and the name to show.</summary>
    public string? FateBy { get; private set; }

    public string? FateByName { get; private set; }

    public DateTimeOffset? FateAt { get; private set; }

    /// <summary>For a rejection: the structured reason.</summary>
    public string? ReasonCode { get; private set; }

    public DecisionOutcome Outcome { get; private set; }

    public DateTimeOffset? OutcomeAt { get; private set; }

    /// <summary>Made up for a demo workspace.</summary>
    public bool IsDemo { get; init; }

    private bool IsApproved => Fate is DecisionFate.Approved or DecisionFate.Authorized;

    /// <summary>Says what people made of it. That it lapsed or was edited later does not take back that it had been approved.</summary>
    internal void Decide(DecidedFate decided, DateTimeOffset at)
    {
        if (IsApproved && decided.Fate is (DecisionFate.Expired or DecisionFate.Edited))
        {
            End(Outcome == DecisionOutcome.None ? DecisionOutcome.NotRun : Outcome, at);
            return;
        }

        Fate = decided.Fate;
        FateBy = decided.By;
        FateByName = decided.ByName;
        ReasonCode = decided.ReasonCode;
        FateAt = decided.Fate == DecisionFate.Waiting ? null : at;
    }

    /// <summary>Says what came of carrying it out. What was not approved cannot fail to run.</summary>
    internal void End(DecisionOutcome outcome, DateTimeOffset at)
    {
        if (Outcome != outcome && (IsApproved || outcome != DecisionOutcome.NotRun))
        {
            Outcome = outcome;
            OutcomeAt = outcome == DecisionOutcome.None ? null : at;
        }
    }
}
