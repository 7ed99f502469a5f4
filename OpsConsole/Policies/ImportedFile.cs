namespace OpsConsole.Policies;

/// <summary>A file that somebody chose, with its whole content.</summary>
/// <param name="Decision">Which of its decisions becomes the policy; null where there is only one.</param>
public sealed record ImportedFile(string Name, byte[] Content, string? Decision);
