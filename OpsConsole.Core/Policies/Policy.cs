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

    public static bool Covers(IReadOnlyList<string> governs, string actionType) => governs.Contains(AllActionTypes) || governs.Contains(actionType);
}
