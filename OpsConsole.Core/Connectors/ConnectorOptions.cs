namespace OpsConsole.Core.Connectors;

/// <summary>What the operator of the installation decides about outside systems; the section <c>Connectors</c>. An admin in the console cannot change it.</summary>
public sealed class ConnectorOptions
{
    /// <summary>
    /// Hosts, as <c>host</c> or <c>host:port</c>, that may be reached although they are on this machine or in a private network, and that
    /// may be spoken with without encryption. All others of that kind are refused, whoever asks.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    public bool Allows(string host, int port) =>
        AllowedHosts.Any(allowed => allowed.Equals(host, StringComparison.OrdinalIgnoreCase) || allowed.Equals($"{host}:{port}", StringComparison.OrdinalIgnoreCase));
}
