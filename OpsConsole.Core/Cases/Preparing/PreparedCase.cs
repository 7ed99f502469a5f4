namespace OpsConsole.Core.Cases.Preparing;

/// <summary>What a preparation says about a case.</summary>
/// <param name="CaseTypeId">Null when a person is to pick it.</param>
/// <param name="Draft">The drafted reply; it takes the place of an earlier draft of preparation, never of a person's.</param>
public sealed record PreparedCase(
    string? CaseTypeId, double? TypeConfidence, string? CustomerRecord, string? CustomerName, CaseReadiness Readiness, string Missing, string Summary, string Draft);
