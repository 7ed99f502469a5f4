namespace OpsConsole.Bench;

/// <summary>A write that breaks a rule.</summary>
/// <param name="Kind">What was done to a known-correct write.</param>
/// <param name="Customer">Whom the case is for.</param>
/// <param name="Rules">The rules of which the refusal must name one.</param>
/// <param name="AfterOriginal">The known-correct write is carried out first, past the console.</param>
internal sealed record Mutation(string Kind, string CaseId, string Customer, GoldWrite Write, IReadOnlyList<string> Rules, bool AfterOriginal = false);
