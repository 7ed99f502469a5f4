namespace OpsConsole.Policies.Editing;

/// <summary>A text that a cell could have instead, and what it means.</summary>
public sealed record CellSuggestion(string Text, string What);
