using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies;

/// <summary>One version of a decision table, compiled. Every row that fires counts; the most restrictive one decides.</summary>
/// <param name="Source">The document that it restates, such as <c>policy.md</c>.</param>
/// <param name="Governs">Ids of action types, or <c>*</c> for all.</param>
/// <param name="Digest">SHA-256 of the text that it was read from.</param>
public sealed record Policy(
    string Id,
    int Version,
    string Title,
    string Owner,
    string Source,
    IReadOnlyList<string> Governs,
    IReadOnlyList<PolicyInput> Inputs,
    IReadOnlyList<PolicyRule> Rules,
    string Digest)
{
    public const string AllActionTypes = "*";

    /// <summary>Ids of the case types that it is limited to; none means all.</summary>
    public IReadOnlyList<string> CaseTypes { get; init; } = [];

    /// <summary>The first day on which it is in force, in UTC; null for at once.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it is in force, in UTC; null for without end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The DMN model whose decisions its inputs may use; null for none.</summary>
    public PolicyModel? Model { get; init; }

    /// <summary>What its authors wrote.</summary>
    public required PolicyDocument Document { get; init; }

    public static bool Covers(IReadOnlyList<string> governs, string actionType) => governs.Contains(AllActionTypes) || governs.Contains(actionType);

    /// <summary>Whether it speaks about cases of a type. A case whose type is not known yet may turn out to be any: every policy speaks about it.</summary>
    public static bool CoversCase(IReadOnlyList<string> caseTypes, string? caseType) => caseTypes.Count == 0 || caseType is null || caseTypes.Contains(caseType);
}
