using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies;

/// <summary>What a row asks for. Several together ask for the most restrictive of each.</summary>
/// <param name="ApproverRole">The least role that may approve: <c>agent</c> or <c>supervisor</c>.</param>
/// <param name="Quorum">How many different people must approve.</param>
/// <param name="NoSelfApproval">Whoever proposed or edited it may not approve it.</param>
/// <param name="ExpiresAfter">How long an approval may wait or stand.</param>
public sealed record RuleDemand(Verdict Verdict, string ApproverRole, int Quorum, bool NoSelfApproval, TimeSpan ExpiresAfter)
{
    /// <summary>How long an approval may wait where no row says so.</summary>
    public static readonly TimeSpan UsualExpiry = TimeSpan.FromHours(24);

    public static readonly RuleDemand Nothing = new(Verdict.Allow, Roles.Agent, 1, NoSelfApproval: false, UsualExpiry);

    public static readonly RuleDemand Supervisor = Nothing with { Verdict = Verdict.RequireApproval, ApproverRole = Roles.Supervisor };

    public static readonly RuleDemand Forbidden = Supervisor with { Verdict = Verdict.Deny };

    /// <summary>A later approver does not see what an earlier one decided or wrote.</summary>
    public bool Blind { get; init; }

    /// <summary>Roles that are told when the action is decided, sorted.</summary>
    public IReadOnlyList<string> Notify { get; init; } = [];

    /// <summary>What an approver must hand in with the approval, sorted.</summary>
    public IReadOnlyList<string> Attach { get; init; } = [];

    /// <summary>The most restrictive of both in every respect; the order of the two does not matter.</summary>
    public RuleDemand And(RuleDemand other) => new(
        Verdict > other.Verdict ? Verdict : other.Verdict,
        Rank(ApproverRole) > Rank(other.ApproverRole) ? ApproverRole : other.ApproverRole,
        Math.Max(Quorum, other.Quorum),
        NoSelfApproval || other.NoSelfApproval,
        ExpiresAfter < other.ExpiresAfter ? ExpiresAfter : other.ExpiresAfter)
    {
        Blind = Blind || other.Blind,
        Notify = Union(Notify, other.Notify),
        Attach = Union(Attach, other.Attach),
    };

    /// <summary>Lists are compared by what is in them.</summary>
    public bool Equals(RuleDemand? other) =>
        other is not null && Verdict == other.Verdict && ApproverRole == other.ApproverRole && Quorum == other.Quorum && NoSelfApproval == other.NoSelfApproval
        && ExpiresAfter == other.ExpiresAfter && Blind == other.Blind && Notify.SequenceEqual(other.Notify) && Attach.SequenceEqual(other.Attach);

    public override int GetHashCode() => HashCode.Combine(Verdict, ApproverRole, Quorum, NoSelfApproval, ExpiresAfter, Blind, Notify.Count, Attach.Count);

    internal static int Rank(string role) => role == Roles.Supervisor ? 1 : 0;

    /// <summary>Both together, each name once and sorted. No list is made where one of the two says it all.</summary>
    internal static IReadOnlyList<string> Union(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        ReferenceEquals(one, other) || (other.Count == 0 && one.Count < 2) ? one
        : one.Count == 0 && other.Count < 2 ? other
        : [.. one.Union(other, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
