namespace OpsConsole.Core.Connectors;

/// <summary>An outside system that was connected, with all that its connector needs but the secret.</summary>
public sealed class ConnectedSystem
{
    /// <summary>Such as <c>retail</c>; action types and records name it.</summary>
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The kind of connector that speaks with it, such as <c>openapi</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>JSON that the connector of this kind reads: address, authentication scheme, header names, time-outs.</summary>
    public required string SettingsJson { get; set; }

    /// <summary>JSON array of the operations that were chosen.</summary>
    public required string OperationsJson { get; set; }

    /// <summary>Title and version that the imported document gives itself.</summary>
    public required string DocumentTitle { get; set; }

    /// <summary>SHA-256 of the imported document.</summary>
    public required string DocumentDigest { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The name of the person who connected it or changed it last.</summary>
    public required string ChangedBy { get; set; }

    /// <summary>Grows with every change; a connector in memory is made anew when it has.</summary>
    public int Version { get; set; }
}
