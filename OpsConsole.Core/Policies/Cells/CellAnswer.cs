using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies.Cells;

/// <summary>
/// One cell evaluated. A null in the data is a value like any other: it meets what asks for null and nothing else, and is no doubt.
/// </summary>
/// <param name="Problem">Why it could not be told; null when it could.</param>
internal readonly record struct CellAnswer(CellOutcome Outcome, string? Problem)
{
    public static CellAnswer Of(UnaryTests cell, FeelValue value, FeelMembers members)
    {
        var run = new FeelRun();
        var met = cell.Test(run, value, members);
        return met switch
        {
            true => new CellAnswer(CellOutcome.Met, null),
            null when run.Problems.Count > 0 => new CellAnswer(CellOutcome.Doubt, run.Problems[0]),
            _ => new CellAnswer(CellOutcome.NotMet, null),
        };
    }
}
