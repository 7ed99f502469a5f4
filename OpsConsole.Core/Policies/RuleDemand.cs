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

    /// <summary>The most restrictive of both in every respect; the order of the two does not matter.</summary>
    public RuleDemand And(RuleDemand other) => new(
        Verdict > other.Verdict ? Verdict : other.Verdict,
        Rank(ApproverRole) > Rank(other.ApproverRole) ? ApproverRole : other.ApproverRole,
        Math.Max(Quorum, other.Quorum),
        NoSelfApproval || other.NoSelfApproval,
        ExpiresAfter < other.ExpiresAfter ? ExpiresAfter : other.ExpiresAfter);

    internal static int Rank(string role) => role == Roles.Supervisor ? 1 : 0;
}
