namespace OpsConsole.Core.Workflow;

/// <summary>What kind of case this is: how soon it is due and which playbooks and actions belong to it.</summary>
/// <param name="Id">Such as <c>refund</c>.</param>
/// <param name="DecideWithin">The time from intake to decision; the SLA clock runs against it.</param>
/// <param name="AtRisk">The share of that time, from 0 to 1, after which the case is at risk.</param>
public sealed record CaseType(string Id, int Version, string Name, string Description, TimeSpan DecideWithin, double AtRisk, string Queue, string Pack)
{
    /// <summary>The action types that cases of this type are about; null for all. Policies see it as <c>case.scope</c>.</summary>
    public IReadOnlyList<string>? Actions { get; init; }
}

/// <summary>The case types known now, from the packs that are loaded.</summary>
public interface ICaseTypes
{
    IReadOnlyList<CaseType> All { get; }

    CaseType? Find(string id);
}
