using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>An expression that tables look at, with the values that it might give instead: one of each region into which the cells cut its values.</summary>
internal sealed class ChangeableInput
{
    /// <summary>Regions that are looked at; those nearest to the value now.</summary>
    private const int MostCandidates = 60;

    /// <summary>What makes it this action in this case; with another it would be another question.</summary>
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "action.id", "action.system", "action.operation", "action.reversibility", "case.id", "case.number", "case.type",
    };

    private ChangeableInput(GoverningTables governing, int place, InputValue now)
    {
        Place = place;
        Name = governing.Names[place];
        Expression = governing.Expressions[place].Text;
        Now = now;
        Path = InputPath.Of(Expression);
        var cells = Cells(governing, place).ToList();
        Candidates = [.. Find(cells)];
        var kinds = Candidates.Select(candidate => candidate.Line?.Kind).OfType<ValueKind>().Distinct().ToList();
        MayClaimRegions = cells.TrueForAll(cell => cell.Membership is not null || kinds.TrueForAll(cell.IsClosed)) && (Path is null || !IsReadElsewhere(governing, place, Path));
    }

    /// <summary>Its place among the governing expressions.</summary>
    public int Place { get; }

    /// <summary>The heading of the first column that looks at it.</summary>
    public string Name { get; }

    public string Expression { get; }

    public InputValue Now { get; }

    /// <summary>Where in the data it stands; null when it is computed.</summary>
    public IReadOnlyList<string>? Path { get; }

    /// <summary>Whether what holds for one value of a region holds for all: no cell has to be evaluated, and nothing else looks at the same data.</summary>
    public bool MayClaimRegions { get; }

    /// <summary>In the order of their lines.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    public static IReadOnlyList<ChangeableInput> Of(GoverningTables governing, InputValue[] values) =>
        [.. Enumerable.Range(0, values.Length).Select(place => new ChangeableInput(governing, place, values[place])).Where(input => input.Candidates.Count > 0)];

    private static IEnumerable<CellSet> Cells(GoverningTables governing, int place)
    {
        for (var table = 0; table < governing.Tables.Count; table++)
        {
            var (policy, columns, places) = (governing.Tables[table].Policy, governing.Tables[table].Columns, governing.Places(table).ToArray());
            for (var column = 0; column < places.Length; column++)
            {
                if (places[column] == place)
                {
                    foreach (var rule in policy.Rules)
                    {
                        yield return CellSet.Of(rule.Cells[columns[column].Column]);
                    }
                }
            }
        }
    }

    private static bool IsReadElsewhere(GoverningTables governing, int place, IReadOnlyList<string> path)
    {
        var cells = governing.Tables.SelectMany(table => table.Policy.Rules).SelectMany(rule => rule.Cells).Where(cell => !cell.IsAny && !CellSet.Of(cell).IsPlain).SelectMany(cell => InputPath.ReadByCell(cell.Text));
        return governing.Expressions.Where((_, other) => other != place).SelectMany(expression => InputPath.ReadBy(expression.Text)).Concat(cells).Any(read => InputPath.Touch(path, read));
    }

    private IEnumerable<Candidate> Find(List<CellSet> cells)
    {
        if (Path is not null && Fixed.Contains(string.Join('.', Path)))
        {
            return [];
        }

        List<FeelValue> constants = [.. cells.SelectMany(cell => cell.Constants)];
        var kinds = constants.Select(CellValues.KindOf).Where(kind => Path is null || kind is ValueKind.Null or ValueKind.Boolean or ValueKind.Number or ValueKind.Text).Distinct().Order();
        return kinds.SelectMany(kind => OnLine(ValueLine.Of(kind, constants))).Concat(InList(cells));
    }

    private IEnumerable<Candidate> OnLine(ValueLine line)
    {
        var now = CellValues.KindOf(Now.Value) == line.Kind && Now.Problem is null ? line.Find(Now.Value) : -1;
        var from = Math.Clamp(now - (MostCandidates / 2), 0, Math.Max(0, line.Regions - MostCandidates));
        for (var region = from; region < Math.Min(line.Regions, from + MostCandidates); region++)
        {
            if (region != now && line.Sample(region) is { } sample)
            {
                yield return new Candidate(sample, line, region, Now.Problem is null ? CellValues.Distance(Now.Value, sample) : 1);
            }
        }
    }

    private IEnumerable<Candidate> InList(IEnumerable<CellSet> cells)
    {
        if (Now.Problem is not null || Now.Value is not FeelValue.List list || !list.Items.All(item => item is FeelValue.Text))
        {
            yield break;
        }

        foreach (var item in cells.Select(cell => cell.Membership?.Item).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var held = list.Items.Any(other => other is FeelValue.Text text && text.Value == item);
            IEnumerable<FeelValue> items = held ? list.Items.Where(other => other is not FeelValue.Text text || text.Value != item) : list.Items.Append(new FeelValue.Text(item));
            yield return new Candidate(new FeelValue.List([.. items]), null, 0, 0.5) { Membership = (item, !held) };
        }
    }
}
