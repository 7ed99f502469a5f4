using System.Text.Json.Serialization;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>Why policies said what they said: every table that was asked, every row, every cell that asks something. It can be stored as JSON.</summary>
public sealed record PolicyExplanation(string ActionType, PolicyVerdict Verdict, IReadOnlyList<ExplainedTable> Tables)
{
    /// <summary>The same without the rows that were ruled out by more than one cell, which are most of a large table.</summary>
    public PolicyExplanation Brief() => this with
    {
        Tables = [.. Tables.Select(table => table with { Rows = [.. table.Rows.Where(row => row.State != RowState.RuledOut || row.IsNear)] })],
    };
}

/// <summary>One table with what it looked at.</summary>
/// <param name="Source">The document that it restates.</param>
/// <param name="RuledOut">How many rows did not fire, whether <paramref name="Rows"/> lists them or not.</param>
public sealed record ExplainedTable(
    string PolicyId, int Version, string Title, string Source, IReadOnlyList<ExplainedInput> Inputs, IReadOnlyList<ExplainedRow> Rows, int RuledOut);

/// <summary>A column and its value.</summary>
/// <param name="Value">As FEEL writes it.</param>
/// <param name="Problem">Why the value could not be told; null when it could.</param>
public sealed record ExplainedInput(string Name, string Expression, string Value, string? Problem);

/// <param name="Verdict">What the row asks for when it fires.</param>
/// <param name="ApproverRole">The least role that it then asks for.</param>
/// <param name="Reason">The row's sentence when it counts; null when it was ruled out.</param>
/// <param name="Cells">Those that ask something.</param>
public sealed record ExplainedRow(string RuleId, RowState State, Verdict Verdict, string ApproverRole, string? Reason, string? Citation, IReadOnlyList<ExplainedCell> Cells)
{
    /// <summary>One cell alone keeps it from firing.</summary>
    public bool IsNear => State == RowState.RuledOut && Cells.Count(cell => cell.State == CellState.NotMet) == 1;
}

/// <summary>A cell: its column's value held against its test.</summary>
/// <param name="Problem">Why it could not be told; null when it could.</param>
public sealed record ExplainedCell(string Input, string Value, string Test, CellState State, string? Problem);

/// <summary>What became of a row.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RowState>))]
public enum RowState
{
    /// <summary>All its cells are met: it counts.</summary>
    Fired,

    /// <summary>No cell rules it out and one cannot be told: it counts, and a supervisor decides at the least.</summary>
    Undecided,

    /// <summary>A cell is not met: it does not count.</summary>
    RuledOut,
}

/// <summary>What became of a cell.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CellState>))]
public enum CellState
{
    /// <summary>The value meets the test.</summary>
    Met,

    /// <summary>It does not, which rules the row out.</summary>
    NotMet,

    /// <summary>It cannot be told.</summary>
    Undecided,
}
