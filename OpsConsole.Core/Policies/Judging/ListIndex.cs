using System.Collections.Frozen;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>For lists of texts: the rows whose cell asks that an item be in the list, or not be in it, by the item.</summary>
internal sealed class ListIndex
{
    private readonly RowMarks _unknown;
    private readonly ulong[] _unlessHeld;
    private readonly ulong[] _sure;
    private readonly FrozenDictionary<string, ulong[]> _held;
    private readonly FrozenDictionary<string, ulong[]> _notHeld;

    /// <param name="unknown">What is left when nothing is known of the value.</param>
    public ListIndex(IReadOnlyList<CellSet> cells, RowMarks unknown)
    {
        _unknown = unknown;
        _unlessHeld = RowMarks.Of(cells.Count, row => cells[row].Membership is not { Held: true });
        _sure = RowMarks.Of(cells.Count, row => cells[row].IsAny || cells[row].Membership is not null);
        _held = Rows(cells, held: true);
        _notHeld = Rows(cells, held: false);
    }

    public RowMarks Find(FeelValue value)
    {
        if (value is not FeelValue.List list || _held.Count + _notHeld.Count == 0)
        {
            return _unknown;
        }

        var alive = _unlessHeld.ToArray();
        foreach (var item in list.Items)
        {
            if (item is not FeelValue.Text text)
            {
                return _unknown;
            }

            Change(alive, text.Value);
        }

        return new RowMarks(alive, _sure);
    }

    /// <summary>A row asks for one item, so that what one item adds another does not take away.</summary>
    private void Change(ulong[] alive, string item)
    {
        var added = _held.GetValueOrDefault(item);
        var taken = _notHeld.GetValueOrDefault(item);
        for (var word = 0; word < alive.Length; word++)
        {
            alive[word] |= added is null ? 0 : added[word];
            alive[word] &= taken is null ? ulong.MaxValue : ~taken[word];
        }
    }

    private static FrozenDictionary<string, ulong[]> Rows(IReadOnlyList<CellSet> cells, bool held) => cells
        .Select(cell => cell.Membership).Where(membership => membership?.Held == held).Select(membership => membership!.Value.Item).Distinct(StringComparer.Ordinal)
        .ToFrozenDictionary(item => item, item => RowMarks.Of(cells.Count, row => cells[row].Membership is { } membership && membership.Held == held && membership.Item == item), StringComparer.Ordinal);
}
