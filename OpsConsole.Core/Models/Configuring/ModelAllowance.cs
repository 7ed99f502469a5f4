using System.Text.Json;

namespace OpsConsole.Core.Models.Configuring;

/// <summary>Where cases of one type may be sent. A type without a row may be sent to every provider; a row that names nothing allows nothing.</summary>
public sealed class ModelAllowance
{
    public required string CaseType { get; init; }

    /// <summary>JSON array of names of providers.</summary>
    public required string ProvidersJson { get; set; }

    /// <summary>JSON array of regions.</summary>
    public required string RegionsJson { get; set; }

    public IReadOnlyList<string> Providers => JsonSerializer.Deserialize<string[]>(ProvidersJson) ?? [];

    public IReadOnlyList<string> Regions => JsonSerializer.Deserialize<string[]>(RegionsJson) ?? [];

    public bool Allows(ModelProvider provider) =>
        Providers.Contains(provider.Name, StringComparer.Ordinal) || (provider.Region.Length > 0 && Regions.Contains(provider.Region, StringComparer.OrdinalIgnoreCase));
}
