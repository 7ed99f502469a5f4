namespace OpsConsole.Core.Cases.Searching;

/// <summary>Some rows of a list, and where the next ones begin; null at the end.</summary>
public sealed record CasePage(IReadOnlyList<CaseRow> Rows, CaseCursor? Next);
