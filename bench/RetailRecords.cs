using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Bench;

/// <summary>The system's records as they were at the start of the run.</summary>
internal sealed class RetailRecords
{
    private readonly Dictionary<string, Dictionary<string, JsonObject>> _collections = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JsonObject> Orders => _collections["orders"];

    public IReadOnlyDictionary<string, JsonObject> Users => _collections["users"];

    public IReadOnlyDictionary<string, JsonObject> Products => _collections["products"];

    public static async Task<RetailRecords> ReadAsync(RetailSystem system)
    {
        var records = new RetailRecords();
        foreach (var collection in new[] { "orders", "users", "products" })
        {
            records._collections[collection] = await ReadAsync(system, collection);
        }

        return records;
    }

    private static async Task<Dictionary<string, JsonObject>> ReadAsync(RetailSystem system, string collection)
    {
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        for (string? cursor = ""; cursor is not null;)
        {
            var path = $"/records/{collection}?limit=1000{(cursor.Length > 0 ? "&cursor=" + Uri.EscapeDataString(cursor) : "")}";
            var page = await system.Http.GetFromJsonAsync<JsonObject>(new Uri(path, UriKind.Relative));
            foreach (var item in page!["items"]!.AsArray())
            {
                found[(string)item!["id"]!] = item["record"]!.AsObject();
            }

            var next = (string?)page["next_cursor"];
            cursor = page["items"]!.AsArray().Count > 0 && next != cursor ? next : null;
        }

        return found;
    }
}
