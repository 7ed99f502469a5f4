namespace OpsConsole.Policies;

/// <summary>A file that somebody chose, read as text.</summary>
public sealed record ImportedFile(string Name, string Text);
