namespace OpsConsole.Core.Policies.Checking;

/// <summary>Something about a table that its author should know.</summary>
/// <param name="Rows">Rows that it is about, from 0; of an overlap or a contradiction the one that decides stands first.</param>
/// <param name="Columns">Columns that it is about, from 0.</param>
/// <param name="Example">Values that show it, as FEEL writes them, by the columns' names; null when there is none to show. Tried out before it is told.</param>
public sealed record TableFinding(FindingKind Kind, IReadOnlyList<int> Rows, IReadOnlyList<int> Columns, string Sentence, IReadOnlyDictionary<string, string>? Example);

/// <summary>Kinds of findings.</summary>
public enum FindingKind
{
    /// <summary>Values for which no row fires; a supervisor decides them.</summary>
    Gap,

    /// <summary>Rows that can fire together and ask for different things; the most restrictive decides. Often meant.</summary>
    Overlap,

    /// <summary>A row allows what another denies.</summary>
    Contradiction,

    /// <summary>A row that can never fire, or never decides because stricter rows fire wherever it does.</summary>
    Unreachable,

    /// <summary>A row that says nothing that another one does not.</summary>
    Duplicate,

    /// <summary>An input that makes no difference.</summary>
    UnusedInput,

    /// <summary>The table is too large to be looked at wholly; there may be more findings of the kind that the sentence names.</summary>
    Incomplete,
}
