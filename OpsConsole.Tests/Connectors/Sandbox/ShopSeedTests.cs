using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Connectors.Sandbox;

public sealed class ShopSeedTests
{
    [Fact]
    public void Fill_MakesAShopThatHoldsTogether()
    {
        using var host = new CoreHost();
        var shop = Fill(host);
        Assert.Equal((300, 1000, 1000), (shop["customers"].Count, shop["orders"].Count, shop["payments"].Count));
        Assert.InRange(shop["products"].Count, 38, 42);
        var customers = shop["customers"].Select(customer => (string?)customer["customer_id"]).ToHashSet();
        Assert.All(shop["orders"], order =>
        {
            Assert.Contains((string?)order["customer_id"], customers);
            Assert.Equal(order["total"]!.GetValue<decimal>(), order["items"]!.AsArray().Sum(item => item!["price"]!.GetValue<decimal>() * item["quantity"]!.GetValue<int>()));
            Assert.Equal((string?)order["status"] is "pending" or "processing" or "cancelled", order["shipment_id"] is null);
            Assert.True(order["delivered_at"] is null || string.CompareOrdinal((string?)order["delivered_at"], (string?)order["placed_at"]) > 0);
        });
        Assert.Equal(shop["customers"].Count, shop["customers"].Select(customer => (string?)customer["email"]).Distinct().Count());
    }

    [Fact]
    public void Fill_HasOrdersInEveryState()
    {
        using var host = new CoreHost();
        var states = Fill(host)["orders"].CountBy(order => order["status"]!.GetValue<string>()).ToDictionary();
        Assert.All(
            new[] { "pending", "processing", "shipped", "delivered", "cancelled", "return requested", "exchange requested", "refunded" },
            state => Assert.True(states.GetValueOrDefault(state) >= 10, $"{state}: {states.GetValueOrDefault(state)}"));
    }

    [Fact]
    public void Fill_OnTheSameDay_MakesTheSameShop()
    {
        using var one = new CoreHost();
        using var other = new CoreHost();
        Assert.Equal(Text(one), Text(other));

        static string Text(CoreHost host) => string.Join('\n', Fill(host).SelectMany(collection => collection.Value).Select(record => record.ToJsonString()));
    }

    private static Dictionary<string, List<JsonObject>> Fill(CoreHost host)
    {
        host.Get<SandboxStore>().ReadEffects();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(host.Get<StorageOptions>().Folder, "sandbox.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT collection, body FROM records ORDER BY collection, id;";
        using var reader = command.ExecuteReader();
        var records = new Dictionary<string, List<JsonObject>>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var collection = reader.GetString(0);
            records.TryAdd(collection, []);
            records[collection].Add(JsonNode.Parse(reader.GetString(1))!.AsObject());
        }

        return records;
    }
}
