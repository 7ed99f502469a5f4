namespace OpsConsole.Policies.Editing;

/// <summary>What a column of the sheet holds; the order is that on screen.</summary>
public enum SheetColumnKind
{
    /// <summary>The row's name.</summary>
    Id,

    /// <summary>The tests of one input.</summary>
    Input,

    /// <summary>The verdict and who may approve.</summary>
    Verdict,

    /// <summary>What is asked for beyond the usual: more people, a shorter time, something handed in.</summary>
    Demands,

    /// <summary>Where the rule stands in the source document.</summary>
    Cites,

    /// <summary>The sentence that a person reads.</summary>
    Reason,
}
