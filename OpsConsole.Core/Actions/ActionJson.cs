using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions;

/// <summary>The JSON columns of an action, written and read in one way.</summary>
public static class ActionJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    /// <summary>An enum member as configuration and JSON spell it: <c>NativeKey</c> is <c>native-key</c>.</summary>
    public static string NameOf<TEnum>(TEnum member)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    public static string Write<T>(T value) => CanonicalJson.Write(JsonSerializer.SerializeToNode(value, Options));

    public static IReadOnlyList<T> ReadList<T>(string json) => JsonSerializer.Deserialize<List<T>>(json, Options) ?? [];

    public static PolicyVerdict ReadVerdict(string json) =>
        JsonSerializer.Deserialize<PolicyVerdict>(json, Options) ?? throw new JsonException("A verdict is null.");

    public static JsonObject ReadObject(string? json) => json is null ? [] : JsonNode.Parse(json) as JsonObject ?? [];
}
