using OpsConsole.Core.Actions.Proposing;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>Whether what was decided is still what would be done.</summary>
public abstract record CheckOutcome
{
    private CheckOutcome()
    {
    }

    /// <summary>It is; <paramref name="Note"/> says how, for the log.</summary>
    public sealed record Holds(Assessment Fresh, string Note) : CheckOutcome;

    /// <summary>It is not: a person decides again and sees only this.</summary>
    public sealed record Changed(Assessment Fresh, IReadOnlyList<ChangedLine> Lines) : CheckOutcome;

    /// <summary>Policies or a criterion forbid it by now.</summary>
    public sealed record Forbidden(Assessment Fresh) : CheckOutcome;

    /// <summary>It cannot be done at all any more, such as when its record is gone.</summary>
    public sealed record Unusable(string Reason) : CheckOutcome;

    /// <summary>The approval lapsed.</summary>
    public sealed record Lapsed : CheckOutcome;

    /// <summary>A system did not let us read what the action relies on.</summary>
    public sealed record Unreadable(string Reason) : CheckOutcome;
}
