using System.Text.Json.Nodes;
using OpsConsole.Core.Policies;

namespace OpsConsole.Tests.Fakes;

/// <summary>Policies that say what a test wants.</summary>
public sealed class ScriptedPolicies : IPolicies
{
    public Verdict Verdict { get; set; } = Verdict.RequireApproval;

    public string ApproverRole { get; set; } = "agent";

    public int Quorum { get; set; } = 1;

    public bool NoSelfApproval { get; set; }

    public TimeSpan ExpiresAfter { get; set; } = TimeSpan.FromHours(24);

    public bool Blind { get; set; }

    public IReadOnlyList<string> Notify { get; set; } = [];

    public IReadOnlyList<string> Attach { get; set; } = [];

    public string Digest { get; set; } = "policies-1";

    public string Reason { get; set; } = "Tickets are changed by people.";

    public PolicySet InForce => PolicySet.Empty;

    public IReadOnlyList<UnreadablePolicy> Problems => [];

    public PolicyVerdict Decide(string actionType, JsonObject input) =>
        new(Verdict, ApproverRole, Quorum, NoSelfApproval, ExpiresAfter, [new RuleHit("tickets", 1, "R1", Verdict, Reason, "policy.md R1")], Digest)
        {
            Blind = Blind,
            Notify = Notify,
            Attach = Attach,
        };
}
