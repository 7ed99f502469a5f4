using System.Collections.Frozen;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>
/// For the values of one kind: the column's cuts, and for each region between them the rows that are left. Finding the rows of a value is one
/// binary search, of a text mostly one look into a dictionary. When there would be too many regions, some are put together; rows that differ inside such a region are then not sure.
/// </summary>
internal sealed class KindIndex
{
    /// <summary>Words of bits that one kind of a column may take: 2 MB.</summary>
    private const int MostWords = 1 << 18;

    private readonly ValueLine _line;
    private readonly int _words;
    private readonly ulong[] _alive;
    private readonly ulong[] _sure;
    private readonly ulong[] _filled;
    private readonly FrozenDictionary<string, int> _texts;

    /// <param name="any">Rows whose cell is met by every value.</param>
    public KindIndex(ValueKind kind, IReadOnlyList<CellSet> cells, ulong[] any)
    {
        _words = any.Length;
        _line = ValueLine.Of(kind, cells.SelectMany(cell => cell.Line(kind).Cuts)).Coarser(Math.Max(16, MostWords / _words / 2));
        _alive = new ulong[_line.Regions * _words];
        _sure = new ulong[_line.Regions * _words];
        for (var region = 0; region < _line.Regions; region++)
        {
            any.CopyTo(_alive, region * _words);
            any.CopyTo(_sure, region * _words);
        }

        for (var row = 0; row < cells.Count; row++)
        {
            if (!cells[row].IsAny)
            {
                Mark(row, cells[row]);
            }
        }

        _filled = RowMarks.FilledOf(_alive, _words);
        _texts = _line.Cuts.OfType<FeelValue.Text>().ToFrozenDictionary(text => text.Value, _line.Find, StringComparer.Ordinal);
    }

    public RowMarks Find(FeelValue value)
    {
        var region = value is FeelValue.Text text && _texts.TryGetValue(text.Value, out var cut) ? cut : _line.Find(value);
        return new RowMarks(_alive, region * _words, _sure, region * _words, _filled, region * RowMarks.Words(_words));
    }

    private void Mark(int row, CellSet cell)
    {
        var own = cell.Line(_line.Kind);
        for (var region = 0; region < own.Regions; region++)
        {
            var outcome = cell.At(_line.Kind, region);
            if (outcome == CellOutcome.NotMet)
            {
                continue;
            }

            var (first, firstWhole) = Start(own, region);
            var (last, lastWhole) = End(own, region);
            for (var at = first; at <= last; at++)
            {
                var whole = (at > first || firstWhole) && (at < last || lastWhole);
                Set(_alive, at, row);
                if (whole && outcome == CellOutcome.Met)
                {
                    Set(_sure, at, row);
                }
            }
        }
    }

    /// <summary>The first of this line's regions that a region of a cell touches, and whether it begins no later than that.</summary>
    private (int Region, bool Whole) Start(ValueLine own, int region)
    {
        if (own.Low(region) is not { } low)
        {
            return (0, true);
        }

        var found = _line.Find(low);
        return ValueLine.IsCut(found) ? (ValueLine.IsCut(region) ? found : found + 1, true) : (found, false);
    }

    private (int Region, bool Whole) End(ValueLine own, int region)
    {
        if (own.High(region) is not { } high)
        {
            return (_line.Regions - 1, true);
        }

        var found = _line.Find(high);
        return ValueLine.IsCut(found) ? (ValueLine.IsCut(region) ? found : found - 1, true) : (found, false);
    }

    private void Set(ulong[] bits, int region, int row) => bits[(region * _words) + (row / 64)] |= RowMarks.Bit(row);
}
