using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Core.Preparation.Planning;

/// <summary>A record that was read for a case, with the entity that the map says it is.</summary>
public sealed record GatheredRecord(MapEntity Entity, SystemRecord Record)
{
    public string Id => Record.Ref.Id;
}
