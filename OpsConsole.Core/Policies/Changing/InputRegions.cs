using System.Runtime.CompilerServices;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.BuiltIns;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>An expression that tables look at, and how their cells cut its values. It is found once for governing tables and kept with them.</summary>
internal sealed class InputRegions
{
    /// <summary>What makes it this action in this case; with another it would be another question.</summary>
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "action.id", "action.system", "action.operation", "action.reversibility", "case.id", "case.number", "case.type",
    };

    /// <summary>What this proposal is: whose, where its values come from, and what its case is about. It would be another proposal with another.</summary>
    private static readonly HashSet<string> OfTheProposal = new(StringComparer.Ordinal) { "case", "case.scope", "proposer", "provenance", "untrusted parameters" };

    private static readonly ConditionalWeakTable<GoverningTables, IReadOnlyList<InputRegions>> Known = [];

    private static readonly FeelMembers Nothing = FeelMembers.Of(Enumerable.Empty<KeyValuePair<string, FeelValue>>());

    private readonly UnaryTests? _declared;

    private InputRegions(GoverningTables governing, int place)
    {
        Place = place;
        Name = governing.Names[place];
        Expression = governing.Expressions[place].Text;
        Path = InputPath.Of(Expression);
        List<CellSet> cells = [.. Cells(governing, place).Distinct()];
        List<FeelValue> constants = [.. cells.Where(cell => cell.Membership is null).SelectMany(cell => cell.Constants)];
        Lines = [.. constants.Select(CellValues.KindOf).Where(MayStandAtPath).Distinct().Order().Select(kind => ValueLine.Of(kind, constants))];
        Items = [.. cells.Select(cell => cell.Membership?.Item).OfType<string>().Distinct(StringComparer.Ordinal)];
        _declared = Columns(governing, place).Select(column => column.Policy.Inputs[column.At].Values).FirstOrDefault(values => values is not null);
        MayClaimRegions = cells.TrueForAll(cell => cell.Membership is not null || Lines.All(line => cell.IsClosed(line.Kind))) && (Path is null || !IsReadElsewhere(governing, place, Path));
    }

    /// <summary>Its place among the governing expressions.</summary>
    public int Place { get; }

    /// <summary>The heading of the first column that looks at it.</summary>
    public string Name { get; }

    public string Expression { get; }

    /// <summary>Where in the data it stands; null when it is computed.</summary>
    public IReadOnlyList<string>? Path { get; }

    /// <summary>For each kind of values that cells name.</summary>
    public IReadOnlyList<ValueLine> Lines { get; }

    /// <summary>Items that cells ask for in lists.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Whether what holds for one value of a region holds for all: no cell has to be evaluated, and nothing else looks at the same data.</summary>
    public bool MayClaimRegions { get; }

    /// <summary>Whether there can be such a number, as far as the author said: nobody is told that a count below nothing would do.</summary>
    public bool MayBe(FeelValue value) => value is not FeelValue.Number || _declared?.Test(new FeelRun(), value, Nothing) != false;

    /// <summary>All that may be changed.</summary>
    public static IReadOnlyList<InputRegions> Of(GoverningTables governing) => Known.GetValue(governing, governing =>
        [.. Enumerable.Range(0, governing.Expressions.Count).Select(place => new InputRegions(governing, place)).Where(input => !IsFixed(input))]);

    private static bool IsFixed(InputRegions input) => input.Path is { } path
        ? Fixed.Contains(string.Join('.', path)) || IsOfTheProposal(path)
        : InputPath.ReadBy(input.Expression).Where(read => read is not [var name] || !BuiltInFunctions.Names.Contains(name)).ToList() is { Count: > 0 } reads
            && reads.TrueForAll(read => Fixed.Contains(string.Join('.', read)) || IsOfTheProposal(read));

    private static bool IsOfTheProposal(IReadOnlyList<string> path) =>
        path.Count > 0 && (OfTheProposal.Contains(string.Join('.', path)) || (path[0] != "case" && OfTheProposal.Contains(path[0])) || path[0].StartsWith("provenance of ", StringComparison.Ordinal));

    private static IEnumerable<CellSet> Cells(GoverningTables governing, int place) =>
        Columns(governing, place).SelectMany(column => column.Policy.Rules.Select(rule => CellSet.Of(rule.Cells[column.At])));

    /// <summary>The columns that look at it, of all tables.</summary>
    private static IEnumerable<(Policy Policy, int At)> Columns(GoverningTables governing, int place)
    {
        for (var table = 0; table < governing.Tables.Count; table++)
        {
            var (policy, columns, places) = (governing.Tables[table].Policy, governing.Tables[table].Columns, governing.Places(table).ToArray());
            for (var column = 0; column < places.Length; column++)
            {
                if (places[column] == place)
                {
                    yield return (policy, columns[column].Column);
                }
            }
        }
    }

    private static bool IsReadElsewhere(GoverningTables governing, int place, IReadOnlyList<string> path)
    {
        var cells = governing.Tables.SelectMany(table => table.Policy.Rules).SelectMany(rule => rule.Cells).Distinct()
            .Where(cell => CellSet.Of(cell) is { IsPlain: false, Membership: null }).SelectMany(cell => InputPath.ReadByCell(cell.Text));
        return governing.Expressions.Where((_, other) => other != place).SelectMany(expression => InputPath.ReadBy(expression.Text)).Concat(cells).Any(read => InputPath.Touch(path, read));
    }

    /// <summary>Data are JSON, which has no dates and durations of its own.</summary>
    private bool MayStandAtPath(ValueKind kind) => Path is null || kind is ValueKind.Null or ValueKind.Boolean or ValueKind.Number or ValueKind.Text;
}
