using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Core.Policies;

/// <summary>A row of a decision table: when all its cells are met, it speaks.</summary>
/// <param name="Cells">One test for each input of the policy, in the same order.</param>
/// <param name="Reason">The sentence that a person reads.</param>
/// <param name="Citation">Where the rule stands in the source document; null when it is our own.</param>
public sealed record PolicyRule(string Id, IReadOnlyList<UnaryTests> Cells, RuleDemand Demand, FeelTemplate Reason, string? Citation);
