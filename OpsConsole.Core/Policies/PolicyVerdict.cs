namespace OpsConsole.Core.Policies;

/// <summary>The most restrictive of all rows that fired, with what it demands.</summary>
/// <param name="ApproverRole">The least role that may approve: <c>agent</c> or <c>supervisor</c>.</param>
/// <param name="Quorum">How many different people must approve.</param>
/// <param name="NoSelfApproval">Whoever proposed or edited it may not approve it.</param>
/// <param name="ExpiresAfter">How long an approval may wait or stand before it must be decided again.</param>
/// <param name="Hits">All rows that fired, the deciding ones first.</param>
/// <param name="PolicyDigest">Digest of the exact policy versions that were evaluated.</param>
public sealed record PolicyVerdict(
    Verdict Verdict,
    string ApproverRole,
    int Quorum,
    bool NoSelfApproval,
    TimeSpan ExpiresAfter,
    IReadOnlyList<RuleHit> Hits,
    string PolicyDigest)
{
    /// <summary>A later approver does not see what an earlier one decided or wrote.</summary>
    public bool Blind { get; init; }

    /// <summary>Roles that are told when the action is decided.</summary>
    public IReadOnlyList<string> Notify { get; init; } = [];

    /// <summary>What an approver must hand in with the approval.</summary>
    public IReadOnlyList<string> Attach { get; init; } = [];

    /// <summary>The sentence of the deciding row.</summary>
    public string Reason => Hits.Count > 0 ? Hits[0].Reason : "";
}
