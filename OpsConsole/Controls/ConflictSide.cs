namespace OpsConsole.Controls;

/// <summary>One of the claims that contradict each other.</summary>
public sealed record ConflictSide(string Value, string Source, DateTimeOffset ObservedAt, bool IsAuthority);
