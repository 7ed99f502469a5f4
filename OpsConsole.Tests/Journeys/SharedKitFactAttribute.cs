using OpsConsole.Tests.Connectors.OpenApi;

namespace OpsConsole.Tests.Journeys;

/// <summary>A fact that needs the compatibility kit laid beside the repository; skipped, saying so, where it is absent.</summary>
public sealed class SharedKitFactAttribute : FactAttribute
{
    public SharedKitFactAttribute() => Skip = SharedMaterial.Find("data", "dmn-tck") is null ? "The kit is not at ../shared/data/dmn-tck." : null;
}
