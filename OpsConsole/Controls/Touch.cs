namespace OpsConsole.Controls;

/// <summary>Something that an action touches: the icon of its kind, its name, and where it can be seen.</summary>
public sealed record Touch(string Icon, string Text, string? Href = null);
