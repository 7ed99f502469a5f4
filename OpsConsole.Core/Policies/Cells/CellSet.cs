using System.Runtime.CompilerServices;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies.Cells;

/// <summary>
/// A cell as a set of values: for each kind of value, where it is met, where it rules its row out, where it is in doubt. What it says in a
/// region is found out by evaluating the cell itself at a value of the region, so that the set means what the cell means, wrong types and
/// nulls included. What cannot be seen this way is <see cref="CellOutcome.Open"/>.
/// </summary>
internal sealed class CellSet
{
    private static readonly ConditionalWeakTable<UnaryTests, CellSet> Known = [];
    private static readonly ValueKind[] AllKinds = Enum.GetValues<ValueKind>();

    private readonly ValueLine[] _lines;
    private readonly CellOutcome[][] _outcomes;
    private readonly bool[] _closed;

    private CellSet(UnaryTests cell)
    {
        var shape = cell.IsAny ? null : CellShape.Of(cell);
        IsAny = cell.IsAny;
        Constants = shape?.Constants ?? [];
        Functions = shape?.Functions ?? [];
        Membership = shape?.Membership is { } membership && Holds(cell, membership.Item, membership.Held) ? membership : null;
        IsPlain = shape is null or { IsPlain: true };
        _closed = [.. AllKinds.Select(kind => shape is null || (shape.IsPlain && kind < ValueKind.List && !shape.Constants.Any(constant => MayMixWith(constant, kind))))];
        _lines = [.. AllKinds.Select(kind => ValueLine.Of(kind, shape is { IsPlain: true } ? shape.Constants : []))];
        _outcomes = [.. _lines.Select(line => Outcomes(cell, line))];
        foreach (var line in _lines.Where(line => line.Cuts.Any(cut => CellValues.Beside(cut).Any(beside => Ask(beside) != CellAnswer.Of(cell, beside, CellValues.NoMembers).Outcome))))
        {
            _closed[(int)line.Kind] = false;
            Array.Fill(_outcomes[(int)line.Kind], CellOutcome.Open);
        }
    }

    /// <summary>It is met by every value.</summary>
    public bool IsAny { get; }

    /// <summary>It holds the value against constants only.</summary>
    public bool IsPlain { get; }

    /// <summary>The constants that it names.</summary>
    public IReadOnlyList<FeelValue> Constants { get; }

    /// <summary>Built-in functions that it relies on; the set holds only for inputs that have no member of such a name.</summary>
    public IReadOnlyCollection<string> Functions { get; }

    /// <summary>The text that a list of texts must hold, or must not, to meet it.</summary>
    public (string Item, bool Held)? Membership { get; }

    /// <summary>Whether what it says to values of a kind is told by the set wherever there are values.</summary>
    public bool IsClosed(ValueKind kind) => IsAny || _closed[(int)kind];

    public static CellSet Of(UnaryTests cell) => Known.GetValue(cell, cell => new CellSet(cell));

    public CellOutcome Ask(FeelValue value)
    {
        var kind = (int)CellValues.KindOf(value);
        return _outcomes[kind][_lines[kind].Find(value)];
    }

    public ValueLine Line(ValueKind kind) => _lines[(int)kind];

    public CellOutcome At(ValueKind kind, int region) => _outcomes[(int)kind][region];

    private CellOutcome[] Outcomes(UnaryTests cell, ValueLine line)
    {
        var outcomes = new CellOutcome[line.Regions];
        for (var region = 0; region < outcomes.Length; region++)
        {
            outcomes[region] = IsAny ? CellOutcome.Met
                : _closed[(int)line.Kind] && line.Sample(region) is { } sample ? CellAnswer.Of(cell, sample, CellValues.NoMembers).Outcome
                : CellOutcome.Open;
        }

        return outcomes;
    }

    /// <summary>Whether the order of values of a kind might cut across a constant of another kind: days and moments, times, durations with and without zone or months.</summary>
    private static bool MayMixWith(FeelValue constant, ValueKind kind) => CellValues.KindOf(constant) is var other && other != kind && Family(other) is var family and > 0 && family == Family(kind);

    private static int Family(ValueKind kind) => kind switch
    {
        ValueKind.Date or ValueKind.LocalMoment or ValueKind.ZonedMoment => 1,
        ValueKind.LocalTime or ValueKind.ZonedTime => 2,
        ValueKind.Duration or ValueKind.Period => 3,
        _ => 0,
    };

    /// <summary>Whether evaluating agrees that the cell asks for the item and nothing else.</summary>
    private static bool Holds(UnaryTests cell, string item, bool held)
    {
        string[][] lists = [[], [item], [item + "?"], [item + "?", item]];
        return lists.All(list => CellAnswer.Of(cell, new FeelValue.List([.. list.Select(text => new FeelValue.Text(text))]), CellValues.NoMembers).Outcome
            == (list.Contains(item) == held ? CellOutcome.Met : CellOutcome.NotMet));
    }
}
