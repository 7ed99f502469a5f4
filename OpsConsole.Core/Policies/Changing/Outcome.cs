namespace OpsConsole.Core.Policies.Changing;

/// <summary>What a demand comes to for whoever waits: it runs alone, these people decide, or it is denied.</summary>
internal readonly record struct Outcome(Verdict Verdict, int Role, int Quorum)
{
    public static Outcome Of(RuleDemand demand) => demand.Verdict == Verdict.RequireApproval
        ? new Outcome(demand.Verdict, RuleDemand.Rank(demand.ApproverRole), demand.Quorum)
        : new Outcome(demand.Verdict, 0, 0);

    /// <summary>Whether it asks for less in one respect and for more in none.</summary>
    public bool IsLessThan(Outcome other) =>
        Verdict < other.Verdict || (Verdict == other.Verdict && this != other && Role <= other.Role && Quorum <= other.Quorum);

    /// <summary>Whether it is worth telling beside what holds now: another verdict, or one that fewer or lesser people may give.</summary>
    public bool IsWorthTelling(Outcome now) => Verdict != now.Verdict || (this != now && Role <= now.Role && Quorum <= now.Quorum);
}
