using System.Globalization;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox.Seeding;

/// <summary>When a parcel left, when it came or is to come, and what was promised.</summary>
internal sealed record ShipmentPlan(string Carrier, DateTimeOffset LeftAt, DateTimeOffset ArrivedAt, DateTimeOffset Promised, bool Delivered);

/// <summary>The way of a parcel, with what its carrier saw.</summary>
internal static class ShipmentSeed
{
    private static readonly string[] Carriers = ["Nordpost", "Parcelhub", "Kestrel Express"];

    public static string Id(int orderNumber) => $"SHP-{orderNumber + 18000}";

    public static ShipmentPlan Plan(Random random, DateTimeOffset placed, DateTimeOffset now, string status)
    {
        var left = placed.AddHours(random.Next(20, 60));
        var promised = left.AddDays(random.Next(2, 5));
        var arrived = left.AddHours(random.Next(26, 90));
        var delivered = status is not "shipped";
        return new ShipmentPlan(random.Pick(Carriers), Earlier(left, now.AddHours(-6)), delivered ? Earlier(arrived, now.AddHours(-2)) : arrived, promised, delivered);
    }

    public static JsonObject Make(int number, JsonObject customer, ShipmentPlan plan)
    {
        var city = customer["address"]!["city"]!.GetValue<string>();
        var events = new JsonArray(Event(plan.LeftAt, "Collected from the warehouse", "Hamburg"), Event(plan.LeftAt.AddHours(4), "Sorted", "Hamburg hub"));
        if (plan.Delivered)
        {
            events.Add(Event(plan.ArrivedAt.AddHours(-5), "Out for delivery", city));
            events.Add(Event(plan.ArrivedAt, "Delivered", city));
        }

        return new JsonObject
        {
            ["shipment_id"] = Id(number),
            ["order_id"] = $"W-{number}",
            ["carrier"] = plan.Carrier,
            ["tracking"] = $"{plan.Carrier[0]}{(number * 7919L % 900000000 + 100000000).ToString(CultureInfo.InvariantCulture)}",
            ["status"] = plan.Delivered ? "delivered" : "in transit",
            ["eta"] = plan.Promised.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["delivered_at"] = plan.Delivered ? ShopSeed.Stamp(plan.ArrivedAt) : null,
            ["events"] = events,
        };
    }

    private static JsonObject Event(DateTimeOffset at, string what, string where) =>
        new JsonObject { ["at"] = ShopSeed.Stamp(at), ["what"] = what, ["where"] = where };

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;
}
