using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Checking;

/// <summary>
/// The values of one expression, which one or several columns look at, put into classes that no row tells apart. Which values there are is what
/// the author said, or else values of the kinds that the cells name.
/// </summary>
internal sealed class Dimension
{
    /// <summary>Items of lists whose combinations are looked at.</summary>
    private const int MostItems = 6;

    private readonly List<DimensionPart> _parts;

    public Dimension(PolicyTable table, IReadOnlyList<ColumnIndex> columns)
    {
        Columns = [.. columns.Select(column => column.Column)];
        Name = table.Policy.Inputs[Columns[0]].Name;
        List<CellSet> cells = [.. Columns.SelectMany(column => table.Policy.Rules.Select(rule => CellSet.Of(rule.Cells[column])))];
        _parts = [.. Parts(cells, Columns.Select(column => table.Policy.Inputs[column].Values).FirstOrDefault(values => values is not null))];
        Classes = [.. _parts.Select(part => (Part: part, Marks: Mark(columns, part.Value, table.Policy.Rules.Count))).GroupBy(entry => entry.Marks.Key, StringComparer.Ordinal)
            .Select(group => new DimensionClass([.. group.Select(entry => entry.Part)], group.First().Marks.Alive, group.First().Marks.Sure))];
    }

    /// <summary>Places of the columns in the policy.</summary>
    public IReadOnlyList<int> Columns { get; }

    public string Name { get; }

    public IReadOnlyList<DimensionClass> Classes { get; }

    /// <summary>Classes in words; null when they are all.</summary>
    public string? Describe(IReadOnlyCollection<int> classes)
    {
        if (classes.Count == Classes.Count)
        {
            return null;
        }

        var parts = classes.SelectMany(index => Classes[index].Parts).ToHashSet();
        var lines = parts.Where(part => part.Line is not null).GroupBy(part => part.Line!).Select(group => RegionText.Of(Name, group.Key, [.. group.Select(part => part.Region)]));
        var lists = parts.Where(part => part.Line is null).Select(part => Holding((FeelValue.List)part.Value));
        return string.Join(" or ", lines.Concat(lists));
    }

    private string Holding(FeelValue.List list)
    {
        var asked = _parts.Where(part => part.Line is null).MaxBy(part => ((FeelValue.List)part.Value).Items.Count)!;
        var (all, held) = (Literals((FeelValue.List)asked.Value), Literals(list));
        return held.Count > 0 ? $"{Name} holds {string.Join(" and ", held)}"
            : all.Count == 1 ? $"{Name} does not hold {all[0]}"
            : $"{Name} holds none of {string.Join(", ", all)}";
    }

    private static List<string> Literals(FeelValue.List list) => [.. list.Items.Select(RegionText.Literal)];

    private static IEnumerable<DimensionPart> Parts(List<CellSet> cells, UnaryTests? values)
    {
        List<FeelValue> constants = [.. cells.Concat(values is null ? [] : [CellSet.Of(values)]).SelectMany(cell => cell.Constants)];
        var kinds = constants.Select(CellValues.KindOf).ToHashSet();
        List<string> items = [.. cells.Select(cell => cell.Membership?.Item).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (kinds.All(kind => kind == ValueKind.Null) && items.Count == 0)
        {
            kinds.Add(ValueKind.Text);
        }

        var parts = kinds.Order().Select(kind => ValueLine.Of(kind, constants)).SelectMany(OnLine).Concat(items.Count is 0 or > MostItems ? [] : Combinations(items));
        var told = parts.Where(part => values is null || CellAnswer.Of(values, part.Value, CellValues.NoMembers).Outcome == CellOutcome.Met).ToList();
        return told.Count > 0 ? told : [new DimensionPart(FeelValue.Null.Instance, ValueLine.Of(ValueKind.Null, []), 0)];
    }

    private static IEnumerable<DimensionPart> OnLine(ValueLine line) =>
        from region in Enumerable.Range(0, line.Regions) let sample = line.Sample(region) where sample is not null select new DimensionPart(sample, line, region);

    private static IEnumerable<DimensionPart> Combinations(List<string> items) => Enumerable.Range(0, 1 << items.Count).Select(chosen =>
        new DimensionPart(new FeelValue.List([.. items.Where((_, index) => (chosen & (1 << index)) != 0).Select(item => new FeelValue.Text(item))]), null, chosen));

    /// <summary>What all the columns together leave of the rows, and a key that is the same for values that leave the same.</summary>
    private static (ulong[] Alive, ulong[] Sure, string Key) Mark(IReadOnlyList<ColumnIndex> columns, FeelValue value, int rows)
    {
        var alive = RowMarks.Of(rows, _ => true);
        var sure = RowMarks.Of(rows, _ => true);
        foreach (var column in columns)
        {
            var marks = column.Find(value);
            for (var word = 0; word < alive.Length; word++)
            {
                alive[word] &= marks.Alive[marks.AliveFrom + word];
                sure[word] &= marks.Sure[marks.SureFrom + word] & alive[word];
            }
        }

        return (alive, sure, string.Join(',', alive.Concat(sure)));
    }
}

/// <summary>A region of a line, or a list, with a value that stands for it.</summary>
internal sealed record DimensionPart(FeelValue Value, ValueLine? Line, int Region);

/// <summary>Values that every row treats alike.</summary>
/// <param name="Alive">Rows that may fire.</param>
/// <param name="Sure">Rows whose cells here are met for certain.</param>
internal sealed record DimensionClass(IReadOnlyList<DimensionPart> Parts, ulong[] Alive, ulong[] Sure)
{
    public FeelValue Value => Parts[0].Value;
}
