using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>What is known about a sheet beside its own text: faults, how it differs from the version in force, which rows fire for the example, which never can.</summary>
public sealed class SheetMarks
{
    public static readonly SheetMarks None = new([], null, new HashSet<string>(), new HashSet<int>());

    private static readonly IReadOnlyList<PolicyFault> Faultless = [];
    private readonly Dictionary<int, IReadOnlyList<PolicyFault>> _faults;
    private readonly Dictionary<string, DocumentRule> _before;
    private readonly IReadOnlyList<string>? _inputsBefore;

    public SheetMarks(IReadOnlyList<PolicyFault> faults, PolicyDocument? before, IReadOnlySet<string> fired, IReadOnlySet<int> dead)
    {
        _faults = faults.GroupBy(RowOf).Where(group => group.Key >= 0).ToDictionary(group => group.Key, IReadOnlyList<PolicyFault> (group) => [.. group]);
        _before = before?.Rules.GroupBy(rule => rule.Id).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal) ?? [];
        _inputsBefore = before?.Inputs.Select(input => input.Name).ToList();
        (Fired, Dead) = (fired, dead);
        Inputs = [.. faults.Where(fault => fault.Place is PolicyPlace.Input)];
    }

    public IReadOnlySet<string> Fired { get; }

    public IReadOnlySet<int> Dead { get; }

    /// <summary>Faults of the heads.</summary>
    public IReadOnlyList<PolicyFault> Inputs { get; }

    public IReadOnlyList<PolicyFault> FaultsOf(int row) => _faults.GetValueOrDefault(row, Faultless);

    /// <summary>Faults at one cell, or at one head.</summary>
    public IEnumerable<PolicyFault> FaultsAt(SheetCell cell, SheetColumn column) => cell.Row == SheetCell.Head
        ? Inputs.Where(fault => fault.Place is PolicyPlace.Input input && input.Column == column.Input)
        : FaultsOf(cell.Row).Where(fault => IsAt(fault, column));

    public static bool IsAt(PolicyFault fault, SheetColumn column) => fault.Place switch
    {
        PolicyPlace.Cell cell => column.Kind == SheetColumnKind.Input && cell.Column == column.Input,
        PolicyPlace.Rule rule => column.Holds(rule.Field),
        _ => false,
    };

    public RowMark MarkOf(DocumentRule rule, PolicyDocument now)
    {
        if (_inputsBefore is null)
        {
            return RowMark.Same;
        }

        return !_before.TryGetValue(rule.Id, out var before) ? RowMark.New : IsSame(rule, before, now) ? RowMark.Same : RowMark.Changed;
    }

    /// <summary>What the cell said in the version in force, when it said something else; null otherwise.</summary>
    public string? Before(DocumentRule rule, SheetColumn column, PolicyDocument now)
    {
        if (_inputsBefore is null || !_before.TryGetValue(rule.Id, out var before))
        {
            return null;
        }

        var was = column.Kind == SheetColumnKind.Input ? CellBefore(before, now.Inputs[column.Input].Name) : CellText.Read(before, column);
        return was == CellText.Read(rule, column) ? null : was;
    }

    private static int RowOf(PolicyFault fault) => fault.Place switch
    {
        PolicyPlace.Cell cell => cell.Row,
        PolicyPlace.Rule rule => rule.Row,
        _ => SheetCell.Head,
    };

    private bool IsSame(DocumentRule rule, DocumentRule before, PolicyDocument now)
    {
        for (var column = 0; column < SheetColumn.CountOf(now); column++)
        {
            if (Before(rule, SheetColumn.At(now, column), now) is not null)
            {
                return false;
            }
        }

        return _inputsBefore!.All(input => now.Inputs.Any(still => still.Name == input) || CellBefore(before, input) == CellText.Any);
    }

    private string CellBefore(DocumentRule before, string input)
    {
        for (var index = 0; index < _inputsBefore!.Count; index++)
        {
            if (_inputsBefore[index] == input)
            {
                return before.Cells[index];
            }
        }

        return CellText.Any;
    }
}
