namespace OpsConsole.Core.Policies.Replaying;

/// <summary>
/// What a draft would have changed over decisions that were made. Before and after are judged alike, from the same stored inputs: by the
/// policies in force now, and by them with the draft in the place of its present version. The same decisions and texts give the same report.
/// </summary>
/// <param name="PresentVersion">The version that the draft would succeed; null when there is none in force.</param>
/// <param name="DraftDigest">The digest of the draft's canonical text.</param>
/// <param name="PresentDigest">The digest of every policy in force that was judged by.</param>
/// <param name="ActionTypes">Whose decisions were replayed; <c>*</c> for all.</param>
/// <param name="Judged">How many decisions were judged.</param>
/// <param name="Unreadable">How many were left out because their stored input cannot be read.</param>
/// <param name="Undecided">How many of the judged have a row of the draft that could not be evaluated, so that it counts as fired.</param>
/// <param name="Demo">How many of the judged are made up for a demo workspace.</param>
/// <param name="Then">What was decided at that time, by way.</param>
/// <param name="SinceThen">How many go another way by the policies in force now than they went at that time.</param>
/// <param name="Moves">Every way before × after that occurs, those that do not move among them.</param>
/// <param name="Demands">How many keep their way, but ask for something else: a quorum, another expiry, an attachment.</param>
/// <param name="Weeks">By week, Monday first, weeks without a decision left out.</param>
/// <param name="Hindsight">What became of them, against what the draft would have done with them.</param>
/// <param name="Rules">How often each row of the present version and of the draft fired.</param>
/// <param name="Cases">The decisions that move, the newest first, at most <see cref="MostCases"/>; <see cref="Moved"/> says how many there are.</param>
public sealed record ReplayReport(
    string PolicyId,
    int? PresentVersion,
    string DraftDigest,
    string PresentDigest,
    ReplaySpan Span,
    IReadOnlyList<string> ActionTypes,
    int Judged,
    int Unreadable,
    int Undecided,
    int Demo,
    IReadOnlyList<ReplayCount> Then,
    int SinceThen,
    IReadOnlyList<ReplayMove> Moves,
    int Demands,
    IReadOnlyList<ReplayWeek> Weeks,
    IReadOnlyList<ReplayHindsight> Hindsight,
    IReadOnlyList<RuleUse> Rules,
    IReadOnlyList<ReplayCase> Cases)
{
    /// <summary>How many decisions are listed one by one; the counts are always of all.</summary>
    public const int MostCases = 2000;

    /// <summary>How many decisions the draft lets go an easier way.</summary>
    public int Looser => Moves.Where(move => move.After < move.Before).Sum(move => move.Count);

    /// <summary>How many it sends a harder way.</summary>
    public int Stricter => Moves.Where(move => move.After > move.Before).Sum(move => move.Count);

    public int Moved => Looser + Stricter;
}

/// <summary>How many decisions went one way, with the money at stake in them.</summary>
public sealed record ReplayCount(ReplayWay Way, int Count, IReadOnlyList<ReplayAmount> Amounts);

/// <summary>How many decisions go from one way to another, with the money at stake in them.</summary>
public sealed record ReplayMove(ReplayWay Before, ReplayWay After, int Count, IReadOnlyList<ReplayAmount> Amounts);

/// <param name="Amount">Hundredths of <paramref name="Currency"/>.</param>
public sealed record ReplayAmount(string Currency, long Amount);

/// <summary>The decisions of the seven days from <paramref name="Monday"/> on, in UTC.</summary>
public sealed record ReplayWeek(DateOnly Monday, int Judged, int Looser, int Stricter);

/// <summary>How the draft would have treated the decisions that came to one end.</summary>
/// <param name="Stopped">Denied by the draft, and not before.</param>
/// <param name="Checked">Sent to a person, or to a higher role, than before.</param>
/// <param name="LetThrough">Gone an easier way than before.</param>
/// <param name="Unmoved">As before.</param>
public sealed record ReplayHindsight(ReplayEnd End, int Stopped, int Checked, int LetThrough, int Unmoved);

/// <summary>How a decision turned out.</summary>
public enum ReplayEnd
{
    /// <summary>Carried out, and its effect stands.</summary>
    Well,

    /// <summary>A person overrode it: rejected it, or put it right.</summary>
    Overridden,

    /// <summary>Contradicted, failed or undone.</summary>
    Badly,

    /// <summary>Not carried out, or nobody knows yet.</summary>
    Open,
}

/// <summary>How often a row fired. A row that one side does not have fired 0 times there.</summary>
public sealed record RuleUse(string RuleId, int Before, int After);

/// <summary>One decision that moves.</summary>
/// <param name="Then">What was decided at that time.</param>
/// <param name="RulesBefore">The rows that fired, the deciding one first.</param>
/// <param name="Reason">What the deciding row says with the draft in force.</param>
public sealed record ReplayCase(
    long DecisionId,
    DateTimeOffset At,
    Guid CaseId,
    long CaseNumber,
    Guid ActionId,
    int ActionNumber,
    string ActionTypeId,
    string Title,
    long Amount,
    string? Currency,
    ReplayWay Then,
    ReplayWay Before,
    ReplayWay After,
    IReadOnlyList<string> RulesBefore,
    IReadOnlyList<string> RulesAfter,
    string Reason,
    DecisionFate Fate,
    string? FateByName,
    string? ReasonCode,
    DecisionOutcome Outcome,
    bool IsDemo)
{
    public bool IsLooser => After < Before;
}
