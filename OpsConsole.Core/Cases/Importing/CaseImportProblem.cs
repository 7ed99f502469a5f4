namespace OpsConsole.Core.Cases.Importing;

/// <summary>One line of a file that did not become a case.</summary>
public sealed class CaseImportProblem
{
    /// <summary>How many are kept for one import; the count of refused lines goes on.</summary>
    public const int MostKept = 1000;

    public required Guid ImportId { get; init; }

    /// <summary>From 1.</summary>
    public required long Line { get; init; }

    /// <summary>The line's beginning, or its external id, so that it can be found.</summary>
    public required string What { get; init; }

    public required string Why { get; init; }
}
