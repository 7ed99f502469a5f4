namespace OpsConsole.Core.Connectors;

/// <summary>One version of an action type as stored. Rows are added, never changed.</summary>
internal sealed class ActionTypeRow
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string System { get; init; }

    /// <summary>Canonical JSON of the definition without its version and source, so that two texts are equal when the meanings are.</summary>
    public required string DefinitionJson { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}
