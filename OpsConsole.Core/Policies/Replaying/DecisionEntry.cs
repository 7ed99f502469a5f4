using System.Text.Json.Nodes;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>What policies were asked and what they said, as it is to be recorded.</summary>
/// <param name="Input">What expressions saw.</param>
/// <param name="Verdict">What the action was bound to.</param>
/// <param name="PolicyVersions">As <see cref="GoverningPolicies.Versions"/> writes them.</param>
/// <param name="Barred">Why the action type itself forbids it; null when it does not.</param>
/// <param name="Amount">Hundredths of <paramref name="Currency"/>.</param>
public sealed record DecisionEntry(
    DecisionStage Stage,
    string ActionTypeId,
    Guid CaseId,
    Guid ActionId,
    int ActionNumber,
    string Title,
    JsonObject Input,
    PolicyVerdict Verdict,
    string PolicyVersions,
    string? Barred,
    long Amount,
    string? Currency);
