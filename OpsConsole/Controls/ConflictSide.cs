namespace OpsConsole.Controls;

/// <summary>One of the claims that contradict each other, with the numeral under which it is cited.</summary>
public sealed record ConflictSide(int Number, string Value, string Source, DateTimeOffset ObservedAt, bool IsAuthority);
