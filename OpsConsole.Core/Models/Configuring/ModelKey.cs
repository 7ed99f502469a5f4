namespace OpsConsole.Core.Models.Configuring;

/// <summary>The key of one provider, encrypted. It can be replaced and used, and never be shown.</summary>
internal sealed class ModelKey
{
    public required string Provider { get; init; }

    public required string Protected { get; set; }

    public required DateTimeOffset SetAt { get; set; }

    public required string SetBy { get; set; }
}
