namespace OpsConsole.Core.Policies;

/// <summary>What policies say to a proposed action; a later member is more restrictive than an earlier one.</summary>
public enum Verdict
{
    /// <summary>Policies do not object: it may run alone under a lease, or by any approver's click.</summary>
    Allow,

    /// <summary>A person must decide.</summary>
    RequireApproval,

    /// <summary>It must not run.</summary>
    Deny,
}

/// <summary>One row that fired, or the absence of one.</summary>
/// <param name="PolicyId">The policy; <c>-</c> for what is built in (nothing matched, no policy loaded, a submission criterion).</param>
/// <param name="RuleId">The row's own name, such as <c>R7</c>.</param>
/// <param name="Reason">A sentence, with values filled in.</param>
/// <param name="Citation">Where the rule stands in the source document, such as <c>policy.md R16</c>.</param>
public sealed record RuleHit(string PolicyId, int PolicyVersion, string RuleId, Verdict Verdict, string Reason, string? Citation);

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
    /// <summary>The sentence of the deciding row.</summary>
    public string Reason => Hits.Count > 0 ? Hits[0].Reason : "";
}
