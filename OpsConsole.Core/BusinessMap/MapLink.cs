namespace OpsConsole.Core.BusinessMap;

/// <summary>How one node relates to another: <c>entity/order</c> <c>belongs to</c> <c>entity/customer</c>.</summary>
public sealed class MapLink
{
    public required string Pack { get; init; }

    /// <summary>Kind and id of a node, joined by a slash.</summary>
    public required string Source { get; init; }

    public required string Relation { get; init; }

    public required string Target { get; init; }
}
