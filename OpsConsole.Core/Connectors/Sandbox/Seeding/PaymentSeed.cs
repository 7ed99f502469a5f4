using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox.Seeding;

/// <summary>How an order was paid: taken when it is processed, only reserved while it is pending.</summary>
internal static class PaymentSeed
{
    private const int FromOrderNumber = 65026;

    public static string Id(int orderNumber) => $"PAY-{orderNumber + FromOrderNumber}";

    public static (string Kind, string Label) Method(Random random) => random.Next(10) switch
    {
        < 5 => ("card", $"Visa ending {random.Next(1000, 9999)}"),
        < 7 => ("card", $"Mastercard ending {random.Next(1000, 9999)}"),
        < 8 => ("bank transfer", $"Bank account ending {random.Next(100, 999)}"),
        < 9 => ("wallet", "Pay wallet"),
        _ => ("invoice", $"Invoice {random.Next(40000, 49999)}"),
    };

    public static JsonObject Make(int number, JsonObject order, decimal total, (string Kind, string Label) method)
    {
        var (captured, refunded, status) = order.Text("status") switch
        {
            "pending" => (0m, 0m, "authorized"),
            "cancelled" => (0m, 0m, "voided"),
            "refunded" => (total, total, "refunded"),
            _ => (total, 0m, "captured"),
        };
        return new JsonObject
        {
            ["payment_id"] = Id(number),
            ["order_id"] = order.Text("order_id"),
            ["method"] = method.Kind,
            ["label"] = method.Label,
            ["captured"] = captured,
            ["refunded"] = refunded,
            ["currency"] = "EUR",
            ["status"] = status,
        };
    }
}
