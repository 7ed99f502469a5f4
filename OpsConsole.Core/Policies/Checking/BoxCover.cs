namespace OpsConsole.Core.Policies.Checking;

/// <summary>
/// Looks for parts of a box that no row of some rows covers: dimension by dimension, with the rows that are still left. Classes that leave the
/// same rows are looked at once, and what was found covered is not looked at again.
/// </summary>
internal sealed class BoxCover
{
    private readonly CheckedTable _table;
    private readonly CheckWork _work;
    private readonly Func<DimensionClass, ulong[]> _rows;
    private readonly HashSet<string> _covered = new(StringComparer.Ordinal);
    private Box _box = new([]);
    private ulong[][] _whole = [];

    /// <param name="rows">The rows that a class leaves: those that may fire there or those that surely do.</param>
    public BoxCover(CheckedTable table, CheckWork work, Func<DimensionClass, ulong[]> rows)
    {
        _table = table;
        _work = work;
        _rows = rows;
    }

    /// <summary>Parts of <paramref name="box"/> that none of <paramref name="by"/> covers, as they are met.</summary>
    public IEnumerable<Box> Uncovered(Box box, ulong[] by)
    {
        _box = box;
        _covered.Clear();
        _whole = new ulong[box.Classes.Count + 1][];
        _whole[^1] = by;
        for (var dimension = box.Classes.Count - 1; dimension >= 0; dimension--)
        {
            _whole[dimension] = box.Classes[dimension].Aggregate(_whole[dimension + 1], (left, index) => And(left, _rows(Class(dimension, index))));
        }

        return Walk(0, by, []);
    }

    private IEnumerable<Box> Walk(int dimension, ulong[] left, List<int[]> chosen)
    {
        if (!_work.Do(8 * (left.Length + 1)))
        {
            yield break;
        }

        if (Array.TrueForAll(left, word => word == 0))
        {
            yield return new Box([.. chosen, .. _box.Classes.Skip(dimension)]);
            yield break;
        }

        var key = $"{dimension}:{string.Join(',', left)}";
        if (And(left, _whole[dimension]).Any(word => word != 0) || _covered.Contains(key))
        {
            yield break;
        }

        var any = false;
        foreach (var (classes, rows) in Groups(dimension, left))
        {
            foreach (var found in Walk(dimension + 1, rows, [.. chosen, classes]))
            {
                any = true;
                yield return found;
            }
        }

        if (!any && !_work.IsSpent)
        {
            _covered.Add(key);
        }
    }

    private IEnumerable<(int[] Classes, ulong[] Rows)> Groups(int dimension, ulong[] left) => _box.Classes[dimension]
        .Where(_ => _work.Do(4 * left.Length))
        .Select(index => (index, Rows: And(left, _rows(Class(dimension, index)))))
        .GroupBy(entry => string.Join(',', entry.Rows), StringComparer.Ordinal)
        .Select(group => (group.Select(entry => entry.index).ToArray(), group.First().Rows));

    private DimensionClass Class(int dimension, int index) => _table.Dimensions[dimension].Classes[index];

    private static ulong[] And(ulong[] one, ulong[] other)
    {
        var both = new ulong[one.Length];
        for (var word = 0; word < both.Length; word++)
        {
            both[word] = one[word] & other[word];
        }

        return both;
    }
}
