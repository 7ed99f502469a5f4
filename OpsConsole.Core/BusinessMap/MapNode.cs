namespace OpsConsole.Core.BusinessMap;

/// <summary>One thing that the business talks about: a term, an entity, a system, an identifier, an authority, a team, an outcome.</summary>
public sealed class MapNode
{
    public required string Pack { get; init; }

    /// <summary>One of <see cref="MapPart.Kinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Unique among the nodes of its kind in its pack.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>JSON object: everything else that its declaration says.</summary>
    public required string BodyJson { get; init; }

    /// <summary>File and line of its declaration.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }

    /// <summary>When something in the outside world last agreed with it, such as a record that was read; null while nothing has.</summary>
    public DateTimeOffset? WitnessedAt { get; set; }
}
