using System.Numerics;
using System.Runtime.CompilerServices;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>
/// A policy made ready to be asked: each column is an index from values to rows (docs/decisions/0006). It is made at the first question and
/// kept as long as the policy is. What it leaves is what a row-by-row reading would, only sooner.
/// </summary>
internal sealed class PolicyTable
{
    private static readonly ConditionalWeakTable<Policy, PolicyTable> Known = [];

    private readonly string[] _functions;

    private PolicyTable(Policy policy)
    {
        Policy = policy;
        Columns = [.. Enumerable.Range(0, policy.Inputs.Count).Where(column => policy.Rules.Any(rule => !rule.Cells[column].IsAny)).Select(column => new ColumnIndex(policy, column))];
        _functions = [.. Columns.SelectMany(column => policy.Rules.SelectMany(rule => CellSet.Of(rule.Cells[column.Column]).Functions)).Distinct(StringComparer.Ordinal)];
    }

    public Policy Policy { get; }

    /// <summary>The columns in which some row asks something.</summary>
    public IReadOnlyList<ColumnIndex> Columns { get; }

    public static PolicyTable Of(Policy policy) => Known.GetValue(policy, policy => new PolicyTable(policy));

    /// <summary>What each column leaves.</summary>
    /// <param name="values">One for each of <see cref="Columns"/>.</param>
    public RowMarks[] Mark(ReadOnlySpan<InputValue> values, FeelMembers members)
    {
        var hidden = Hides(members);
        var marks = new RowMarks[values.Length];
        for (var column = 0; column < marks.Length; column++)
        {
            var value = values[column];
            marks[column] = hidden || value.Problem is not null ? Columns[column].Unknown : Columns[column].Find(value.Value);
        }

        return marks;
    }

    /// <summary>The next row from <paramref name="row"/> on that no column rules out; the number of rows when there is none.</summary>
    public int Next(RowMarks[] marks, int row)
    {
        var rows = Policy.Rules.Count;
        var word = row / 64;
        var from = row % 64;
        while (word * 64 < rows)
        {
            var next = NextFilled(marks, word);
            if (next < 0)
            {
                word = ((word / 64) + 1) * 64;
                from = 0;
                continue;
            }

            from = next == word ? from : 0;
            word = next;
            var left = ulong.MaxValue << from;
            for (var column = 0; column < marks.Length && left != 0; column++)
            {
                left &= marks[column].Alive[marks[column].AliveFrom + word];
            }

            if (left != 0)
            {
                return Math.Min((word * 64) + BitOperations.TrailingZeroCount(left), rows);
            }

            word++;
            from = 0;
        }

        return rows;
    }

    /// <summary>The next word from <paramref name="word"/> on in which every column has rows; -1 when the 64 words around it have no more.</summary>
    private static int NextFilled(RowMarks[] marks, int word)
    {
        var left = ulong.MaxValue << (word % 64);
        for (var column = 0; column < marks.Length && left != 0; column++)
        {
            left &= marks[column].Filled[marks[column].FilledFrom + (word / 64)];
        }

        return left == 0 ? -1 : (word / 64 * 64) + BitOperations.TrailingZeroCount(left);
    }

    /// <summary>An input with a member of the name of a function that cells rely on: what they mean is then for evaluation to say.</summary>
    public bool Hides(FeelMembers members)
    {
        foreach (var function in _functions)
        {
            if (members.Find(function) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
