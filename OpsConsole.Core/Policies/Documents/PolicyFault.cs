namespace OpsConsole.Core.Policies.Documents;

/// <summary>What is wrong with a document, and where.</summary>
/// <param name="Message">One sentence: what is wrong and what to do.</param>
/// <param name="Position">The character inside the part's text, from 1; null when the whole part is meant.</param>
public sealed record PolicyFault(PolicyPlace Place, string Message, int? Position = null);
