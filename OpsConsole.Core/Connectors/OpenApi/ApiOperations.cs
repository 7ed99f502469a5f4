using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>The stored form of the operations that were chosen.</summary>
internal static class ApiOperations
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, MaxDepth = 256 };

    public static string ToJson(IEnumerable<ApiOperation> operations) => JsonSerializer.Serialize(operations, Options);

    public static IReadOnlyList<ApiOperation> FromJson(string json) => JsonSerializer.Deserialize<List<ApiOperation>>(json, Options) ?? [];
}
