using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Connectors;

/// <summary>The stored form of an action type.</summary>
internal static class ActionTypeJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What the type means, without its version and where it stands: a line that moved is no new version.</summary>
    public static string Write(ActionType type) =>
        CanonicalJson.Write(JsonSerializer.SerializeToNode(type with { Version = 0, Source = "" }, Options));

    public static ActionType Read(ActionTypeRow row) =>
        JsonNode.Parse(row.DefinitionJson).Deserialize<ActionType>(Options)! with { Version = row.Version, Source = row.Source };
}
