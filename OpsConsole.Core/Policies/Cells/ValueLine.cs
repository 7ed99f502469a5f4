using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies.Cells;

/// <summary>
/// The values of one kind, cut at some of them. With n cuts there are 2n+1 regions in order: an odd one is a cut itself, an even one is
/// what lies between two cuts or beyond the last. Without cuts there is one region, of all values.
/// </summary>
internal sealed class ValueLine
{
    private readonly FeelValue[] _cuts;

    private ValueLine(ValueKind kind, FeelValue[] cuts)
    {
        Kind = kind;
        _cuts = cuts;
    }

    public ValueKind Kind { get; }

    public IReadOnlyList<FeelValue> Cuts => _cuts;

    public int Regions => (2 * _cuts.Length) + 1;

    /// <param name="values">The cuts in any order, repeated or not; those of other kinds do not count.</param>
    public static ValueLine Of(ValueKind kind, IEnumerable<FeelValue> values)
    {
        IEnumerable<FeelValue> own = kind == ValueKind.Boolean
            ? [FeelValue.Boolean.False, FeelValue.Boolean.True]
            : values.Where(value => CellValues.KindOf(value) == kind && kind is > ValueKind.Boolean and < ValueKind.List);
        var sorted = own.Order(Comparer<FeelValue>.Create(CellValues.Order)).ToList();
        return new ValueLine(kind, [.. sorted.Where((value, index) => index == 0 || CellValues.Order(sorted[index - 1], value) < 0)]);
    }

    /// <summary>Keeps about <paramref name="most"/> of the cuts, spread evenly.</summary>
    public ValueLine Coarser(int most)
    {
        var step = (_cuts.Length + most - 1) / most;
        return step <= 1 ? this : new ValueLine(Kind, [.. _cuts.Where((_, index) => index % step == 0)]);
    }

    /// <summary>The region of a value of this kind.</summary>
    public int Find(FeelValue value)
    {
        var low = 0;
        var high = _cuts.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = CellValues.Order(value, _cuts[middle]);
            if (order == 0)
            {
                return (2 * middle) + 1;
            }

            if (order < 0)
            {
                high = middle - 1;
            }
            else
            {
                low = middle + 1;
            }
        }

        return 2 * low;
    }

    /// <summary>The cut below a region, or the region itself where it is a cut; null when it has no lower end.</summary>
    public FeelValue? Low(int region) => region == 0 ? null : _cuts[(region - 1) / 2];

    /// <summary>The cut above a region, or the region itself where it is a cut; null when it has no upper end.</summary>
    public FeelValue? High(int region) => region == Regions - 1 ? null : _cuts[region / 2];

    public static bool IsCut(int region) => region % 2 == 1;

    /// <summary>A value of the region; null when none is known to lie in it.</summary>
    public FeelValue? Sample(int region) => IsCut(region) ? _cuts[region / 2]
        : Kind == ValueKind.Boolean ? null
        : _cuts.Length == 0 ? CellValues.Some(Kind)
        : CellValues.Between(Low(region), High(region));
}
