namespace OpsConsole.Core.Models;

/// <summary>Which text a question was made of; kept with every exchange.</summary>
/// <param name="Name">Such as <c>plan</c>.</param>
/// <param name="Version">From 1; a text that changed has a new one.</param>
/// <param name="Digest">SHA-256 of the text, in hexadecimal.</param>
public sealed record PromptRef(string Name, int Version, string Digest);
