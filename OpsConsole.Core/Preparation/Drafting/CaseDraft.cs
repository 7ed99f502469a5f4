namespace OpsConsole.Core.Preparation.Drafting;

/// <summary>The words of a preparation.</summary>
/// <param name="Summary">Sentences that cite facts by numeral.</param>
/// <param name="Reply">For a person to send, change or drop.</param>
public sealed record CaseDraft(string Summary, string Reply);
