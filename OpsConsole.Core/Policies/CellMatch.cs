namespace OpsConsole.Core.Policies;

/// <summary>One cell held against its value: <c>amount</c>, which is <c>42.9</c>, meets <c>(25..100]</c>.</summary>
/// <param name="Input">The column's name.</param>
/// <param name="Value">The value as FEEL writes it.</param>
/// <param name="Test">The cell's text.</param>
/// <param name="Problem">Why it could not be told; null when it was met.</param>
public sealed record CellMatch(string Input, string Value, string Test, string? Problem = null);
