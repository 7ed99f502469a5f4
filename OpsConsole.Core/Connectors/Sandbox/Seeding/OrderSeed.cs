using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox.Seeding;

/// <summary>An order with the payment and, once it has left, the shipment that belong to it.</summary>
internal sealed record SeededOrder(JsonObject Order, JsonObject Payment, JsonObject? Shipment);

/// <summary>Orders of the last half year, the newest numbers youngest; the younger an order, the less far it has come.</summary>
internal sealed class OrderSeed(Random random, DateTimeOffset now, IReadOnlyList<JsonObject> products, IReadOnlyList<JsonObject> customers)
{
    private const int FirstNumber = 22501;
    private const int ExampleNumber = 23187;
    private const double OldestDays = 150;

    public IEnumerable<SeededOrder> Make(int count)
    {
        for (var index = 0; index < count; index++)
        {
            var youth = (count - 1 - index) / (double)count;
            var placed = now.AddDays(-OldestDays * Math.Pow(youth, 1.8)).AddMinutes(-random.Next(20, 900));
            yield return FirstNumber + index == ExampleNumber ? Example() : Order(FirstNumber + index, placed);
        }
    }

    private SeededOrder Order(int number, DateTimeOffset placed)
    {
        var customer = random.Pick(customers);
        var status = Status((now - placed).TotalDays);
        var items = Enumerable.Range(0, random.Next(10) switch { < 6 => 1, < 9 => 2, _ => 3 }).Select(line => Item(number, line, random.Pick(products))).ToList();
        var address = random.NextDouble() < 0.08
            ? CustomerSeed.Address(random, Country.All.First(country => country.Name == customer["address"]!["country"]!.GetValue<string>()))
            : customer["address"]!.DeepClone().AsObject();
        return Together(number, customer, status, placed, items, address, PaymentSeed.Method(random), ShipmentSeed.Plan(random, placed, now, status));
    }

    /// <summary>The order of every example: one desk lamp, delivered, that Leila Haddad paid by card.</summary>
    private SeededOrder Example()
    {
        var placed = now.AddDays(-18);
        var plan = new ShipmentPlan("Nordpost", placed.AddHours(30), now.AddDays(-1).AddHours(-2), now.AddDays(-4), Delivered: true);
        var lamp = Item(ExampleNumber, 0, products[0], variant: 0, quantity: 1);
        return Together(ExampleNumber, customers[0], "delivered", placed, [lamp], customers[0]["address"]!.DeepClone().AsObject(), ("card", "Visa ending 4417"), plan);
    }

    private static SeededOrder Together(
        int number, JsonObject customer, string status, DateTimeOffset placed, IReadOnlyList<JsonObject> items, JsonObject address, (string Kind, string Label) method, ShipmentPlan plan)
    {
        var total = items.Sum(item => item.Money("price") * item.Money("quantity"));
        var left = status is not ("pending" or "processing" or "cancelled");
        var order = new JsonObject
        {
            ["order_id"] = $"W-{number}",
            ["customer_id"] = customer.Text("customer_id"),
            ["status"] = status,
            ["placed_at"] = ShopSeed.Stamp(placed),
            ["delivered_at"] = left && plan.Delivered ? ShopSeed.Stamp(plan.ArrivedAt) : null,
            ["total"] = total,
            ["currency"] = "EUR",
            ["shipping_address"] = address,
            ["items"] = new JsonArray([.. items]),
            ["payment_id"] = PaymentSeed.Id(number),
            ["shipment_id"] = left ? ShipmentSeed.Id(number) : null,
        };
        Mark(order, items, plan);
        return new SeededOrder(order, PaymentSeed.Make(number, order, total, method), left ? ShipmentSeed.Make(number, customer, plan) : null);
    }

    private static void Mark(JsonObject order, IReadOnlyList<JsonObject> items, ShipmentPlan plan)
    {
        var asked = ShopSeed.Stamp(plan.ArrivedAt.AddDays(2));
        switch (order.Text("status"))
        {
            case "return requested":
                order["return_request"] = new JsonObject { ["item_ids"] = new JsonArray(items[0].Text("item_id")), ["reason"] = "does not suit the room", ["requested_at"] = asked };
                break;
            case "exchange requested":
                order["exchange_request"] = new JsonObject
                {
                    ["item_id"] = items[0].Text("item_id"), ["new_variant_id"] = $"{items[0].Text("product_id")}-2", ["price_difference"] = 0, ["requested_at"] = asked,
                };
                break;
            case "cancelled":
                order["cancelled_at"] = order["placed_at"]!.DeepClone();
                order["cancel_reason"] = "ordered by mistake";
                break;
        }
    }

    private JsonObject Item(int number, int line, JsonObject product, int? variant = null, int? quantity = null)
    {
        var variants = product["variants"]!.AsArray();
        var chosen = variants[variant ?? random.Next(variants.Count)]!.AsObject();
        return new JsonObject
        {
            ["item_id"] = $"{number}-{line + 1}",
            ["product_id"] = product.Text("product_id"),
            ["variant_id"] = chosen.Text("variant_id"),
            ["name"] = product.Text("name"),
            ["options"] = chosen["options"]!.DeepClone(),
            ["quantity"] = quantity ?? (random.NextDouble() < 0.85 ? 1 : 2),
            ["price"] = chosen.Money("price"),
        };
    }

    private string Status(double days)
    {
        var chance = random.NextDouble();
        return days switch
        {
            < 2 => chance < 0.7 ? "pending" : "processing",
            < 4 => chance < 0.25 ? "pending" : chance < 0.7 ? "processing" : "shipped",
            < 9 => chance < 0.6 ? "shipped" : "delivered",
            _ => chance switch { < 0.81 => "delivered", < 0.86 => "cancelled", < 0.90 => "return requested", < 0.93 => "exchange requested", < 0.98 => "refunded", _ => "shipped" },
        };
    }
}
