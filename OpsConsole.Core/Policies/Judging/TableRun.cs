using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>One table asked about one input. The index leaves few rows; of these, cells that are not sure are evaluated.</summary>
internal readonly struct TableRun
{
    private readonly PolicyTable _table;
    private readonly InputValue[] _values;
    private readonly RowMarks[] _marks;
    private readonly FeelMembers _members;

    public TableRun(GoverningTables governing, int table, InputValue[] values, FeelMembers members)
    {
        var places = governing.Places(table);
        _table = governing.Tables[table];
        _members = members;
        _values = new InputValue[places.Length];
        for (var column = 0; column < places.Length; column++)
        {
            _values[column] = values[places[column]];
        }

        _marks = _table.Mark(_values, members);
    }

    /// <summary>Adds the rows that fire, and those in doubt, with all that there is to tell of them.</summary>
    public void Fire(List<FiredRule> fired)
    {
        var rules = _table.Policy.Rules;
        for (var row = _table.Next(_marks, 0); row < rules.Count; row = _table.Next(_marks, row + 1))
        {
            if (Judge(row, out var problem))
            {
                fired.Add(Tell(rules[row], Cells(row), problem));
            }
        }
    }

    /// <summary>Only what the rows demand: what <see cref="Fire"/> would come to, without a word.</summary>
    public RuleDemand? Demand(RuleDemand? demand)
    {
        var rules = _table.Policy.Rules;
        for (var row = _table.Next(_marks, 0); row < rules.Count; row = _table.Next(_marks, row + 1))
        {
            if (Judge(row, out var problem))
            {
                var own = problem is null ? rules[row].Demand : rules[row].Demand.And(RuleDemand.Supervisor);
                demand = demand is null ? own : demand.And(own);
            }
        }

        return demand;
    }

    /// <summary>False when a cell rules the row out; otherwise it counts, in doubt when there is a problem.</summary>
    private bool Judge(int row, out string? problem)
    {
        problem = null;
        for (var column = 0; column < _marks.Length; column++)
        {
            if (_marks[column].IsSure(row))
            {
                continue;
            }

            var answer = Ask(row, column);
            if (answer.Outcome == CellOutcome.NotMet)
            {
                return false;
            }

            problem ??= answer.Problem is null ? null : $"{Input(column).Name}: {answer.Problem}";
        }

        return true;
    }

    private CellAnswer Ask(int row, int column) => _values[column].Problem is { } unknown
        ? new CellAnswer(CellOutcome.Doubt, unknown)
        : CellAnswer.Of(Cell(row, column), _values[column].Value, _members);

    private CellMatch[] Cells(int row)
    {
        var asked = 0;
        for (var column = 0; column < _marks.Length; column++)
        {
            asked += Cell(row, column).IsAny ? 0 : 1;
        }

        var cells = new CellMatch[asked];
        for (var column = _marks.Length - 1; column >= 0; column--)
        {
            var cell = Cell(row, column);
            if (!cell.IsAny)
            {
                cells[--asked] = new CellMatch(Input(column).Name, _values[column].Text, cell.Text, _marks[column].IsSure(row) ? null : Ask(row, column).Problem);
            }
        }

        return cells;
    }

    private Foundation.Feel.UnaryTests Cell(int row, int column) => _table.Policy.Rules[row].Cells[_table.Columns[column].Column];

    private PolicyInput Input(int column) => _table.Policy.Inputs[_table.Columns[column].Column];

    private FiredRule Tell(PolicyRule rule, CellMatch[] cells, string? problem)
    {
        if (problem is null)
        {
            return new FiredRule(rule.Demand, Hit(rule, rule.Demand.Verdict, rule.Reason.Render(_members), cells, isUndecided: false));
        }

        var demand = rule.Demand.And(RuleDemand.Supervisor);
        var consequence = demand.Verdict == Verdict.Deny ? "it might forbid this, so this may not run" : "a supervisor decides";
        return new FiredRule(demand, Hit(rule, demand.Verdict, $"Rule {rule.Id} could not be evaluated ({problem}), and {consequence}.", cells, isUndecided: true));
    }

    private RuleHit Hit(PolicyRule rule, Verdict verdict, string reason, CellMatch[] cells, bool isUndecided) =>
        new(_table.Policy.Id, _table.Policy.Version, rule.Id, verdict, reason, rule.Citation) { Cells = cells, IsUndecided = isUndecided };
}
