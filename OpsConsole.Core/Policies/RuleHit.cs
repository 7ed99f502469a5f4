namespace OpsConsole.Core.Policies;

/// <summary>One row that fired, or the absence of one.</summary>
/// <param name="PolicyId">The policy; <see cref="BuiltIn"/> for what is built in (nothing matched, no policy loaded, a submission criterion).</param>
/// <param name="RuleId">The row's own name, such as <c>R7</c>.</param>
/// <param name="Reason">A sentence, with values filled in.</param>
/// <param name="Citation">Where the rule stands in the source document, such as <c>policy.md R16</c>.</param>
public sealed record RuleHit(string PolicyId, int PolicyVersion, string RuleId, Verdict Verdict, string Reason, string? Citation)
{
    public const string BuiltIn = "-";

    /// <summary>The row's cells that ask something, each with the value that met it.</summary>
    public IReadOnlyList<CellMatch> Cells { get; init; } = [];

    /// <summary>A cell could not be evaluated, so that the row might have fired and counts as if it had.</summary>
    public bool IsUndecided { get; init; }
}
