using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>One decision as both sides judge it.</summary>
internal sealed record ReplayJudgement(DecisionRecord Record, ReplayWay Then, ReplayWay Before, ReplayWay After, PolicyVerdict VerdictBefore, PolicyVerdict VerdictAfter)
{
    public bool IsMoved => Before != After;

    /// <summary>It goes the same way, but something else is asked of whoever decides.</summary>
    public bool IsOtherDemand => !IsMoved && After != ReplayWay.Denied && Demand(VerdictBefore) != Demand(VerdictAfter);

    private static RuleDemand Demand(PolicyVerdict verdict) =>
        new(verdict.Verdict, verdict.ApproverRole, verdict.Quorum, verdict.NoSelfApproval, verdict.ExpiresAfter) { Blind = verdict.Blind, Notify = verdict.Notify, Attach = verdict.Attach };
}

/// <summary>The policies in force, without and with a draft in the place of its present version. Judges both alike; pure.</summary>
internal sealed class ReplaySides(PolicySet inForce, Policy draft)
{
    private readonly PolicySet _after = new(
        [.. inForce.Policies.Where(policy => policy.Id != draft.Id), draft],
        [.. inForce.Unreadable.Where(policy => policy.Id != draft.Id)]);

    public Policy? Present { get; } = inForce.Policies.FirstOrDefault(policy => policy.Id == draft.Id);

    public Policy Draft => draft;

    /// <summary>What either version governs: a decision that the draft no longer speaks to may move too.</summary>
    public IReadOnlyList<string> ActionTypes
    {
        get
        {
            var unreadable = inForce.Unreadable.FirstOrDefault(policy => policy.Id == draft.Id)?.Governs;
            List<string> types = [.. draft.Governs, .. Present?.Governs ?? [], .. unreadable ?? []];
            return types.Contains(Policy.AllActionTypes) ? [Policy.AllActionTypes] : [.. types.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The case types that either version is limited to; none when one of them is not limited.</summary>
    public IReadOnlyList<string> CaseTypes => draft.CaseTypes.Count == 0 || Present is not { CaseTypes.Count: > 0 } present
        ? Present is null ? draft.CaseTypes : []
        : [.. draft.CaseTypes.Union(present.CaseTypes, StringComparer.Ordinal)];

    /// <summary>Names the exact versions that were judged by.</summary>
    public string PresentDigest => CanonicalJson.Digest(new JsonArray([.. inForce.Policies
        .Where(policy => ActionTypes.Contains(Policy.AllActionTypes) || ActionTypes.Any(type => Policy.Covers(policy.Governs, type)))
        .OrderBy(policy => policy.Id, StringComparer.Ordinal).Select(policy => JsonValue.Create($"{policy.Id}@{policy.Version}:{policy.Digest}"))]));

    public ReplayJudgement Judge(DecisionRecord record, JsonObject input)
    {
        var before = PolicyEngine.Decide(inForce, record.ActionTypeId, input);
        var after = PolicyEngine.Decide(_after, record.ActionTypeId, input);
        return new ReplayJudgement(record, Ways.Of(record), Way(record, before), Way(record, after), before, after);
    }

    /// <summary>What the action type itself forbids, no policy lets through.</summary>
    private static ReplayWay Way(DecisionRecord record, PolicyVerdict verdict) =>
        record.Barred is null ? Ways.Of(verdict.Verdict, verdict.ApproverRole) : ReplayWay.Denied;
}
