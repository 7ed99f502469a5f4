namespace OpsConsole.Identity;

/// <summary>Something that is shown once and never again.</summary>
/// <param name="Link">Where it is to be used, with the code in it; null for an API key.</param>
public sealed record ShownOnce(string Title, string Sentence, string Secret, string? Link = null);
