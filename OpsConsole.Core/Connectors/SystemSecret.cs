namespace OpsConsole.Core.Connectors;

/// <summary>The secret of one system, encrypted. It can be replaced and used, and never be shown.</summary>
internal sealed class SystemSecret
{
    public required string SystemId { get; init; }

    public required string Protected { get; set; }

    public required DateTimeOffset SetAt { get; set; }

    public required string SetBy { get; set; }
}
