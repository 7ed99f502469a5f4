namespace OpsConsole.Controls;

/// <summary>One thing that changes: what it is, what it is now, what it is afterwards.</summary>
public sealed record DiffLine(string Label, string Now, string After);
