using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Core.DataReadiness;

namespace OpsConsole.Bench;

/// <summary>An order of an invented customer, as the systems of record would state it, and the numerals of its facts.</summary>
internal sealed record GroundingOrder(
    string Id, string Status, decimal Total, string Currency, DateTime Placed, DateTime? Delivered, string Carrier, string Item, decimal Refunded, IReadOnlyDictionary<string, int> Fact);

/// <summary>A made-up case with many facts: one customer, one to four orders.</summary>
internal sealed record GroundingCase(string Name, string First, string Last, IReadOnlyList<GroundingOrder> Orders, IReadOnlyList<Fact> Facts, int NameFact)
{
    public static readonly string[] States = ["pending", "processing", "shipped", "delivered", "cancelled"];

    private static readonly string[] Firsts = ["Anna-Lena", "Maarten", "Siobhán", "Joaquín", "Leila", "Tomasz", "Giulia", "Yara", "Noah", "Zeynep", "Björn", "Chloé", "Ravi", "Mina", "Pavel", "Ines"];
    private static readonly string[] Lasts = ["Öztürk", "de Vries", "O'Brien", "Castaño", "Haddad", "Kowalczyk", "Ferrari", "Nakamura", "Lindqvist", "Dubois", "Fischer", "Okafor", "Svoboda", "van der Meer", "Martins", "Iyer"];
    private static readonly string[] Carriers = ["DHL Express", "DPD", "PostNord", "Chronopost", "GLS"];
    private static readonly string[] Items = ["walnut side table", "linen curtain", "espresso grinder", "rain jacket", "desk lamp", "wool rug", "trail shoes"];
    private static readonly string[] Currencies = ["EUR", "EUR", "USD", "GBP", "CHF"];

    public static (string First, string Last) Person(Random random) => (Firsts[random.Next(Firsts.Length)], Lasts[random.Next(Lasts.Length)]);

    /// <summary>Each shop numbers its orders in its own way.</summary>
    public static string OrderId(Random random, int style) => style switch
    {
        0 => $"W-{random.Next(10000, 99999)}",
        1 => $"#W{random.Next(1000000, 9999999)}",
        2 => $"ORD/2026/{random.Next(1000, 9999)}",
        3 => random.Next(100000000, 999999999).ToString(CultureInfo.InvariantCulture),
        _ => $"SO{random.Next(100000, 999999)}-{(char)('A' + random.Next(26))}",
    };

    public static GroundingCase Make(Random random)
    {
        var (first, last) = Person(random);
        var (facts, style) = (new List<Fact>(), random.Next(5));
        var customer = $"shop/customers/C-{random.Next(1000, 9999)}";
        var nameFact = Add(facts, "customer.name", "Customer · Name", $"{first} {last}", $"{first} {last}", customer);
        Add(facts, "customer.segment", "Customer · Segment", "standard", "standard", customer);
        Add(facts, "customer.city", "Customer · City", "Utrecht", "Utrecht", customer);
        var orders = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Order(random, style, facts)).DistinctBy(order => order.Id).ToList();
        return new GroundingCase($"{first} {last}", first, last, orders, facts, nameFact);
    }

    private static GroundingOrder Order(Random random, int style, List<Fact> facts)
    {
        var (id, state) = (OrderId(random, style), States[random.Next(States.Length)]);
        var record = $"shop/orders/{id}";
        var currency = Currencies[random.Next(Currencies.Length)];
        var total = random.Next(3) == 0 ? random.Next(5, 4000) : random.Next(500, 400000) / 100m;
        var placed = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(0, 470000));
        DateTime? delivered = state == "delivered" ? placed.AddDays(random.Next(2, 12)) : null;
        var refunded = state == "delivered" && random.Next(2) == 0 ? Math.Round(total * random.Next(1, 90) / 100m, 2) : 0;
        var (carrier, item) = (Carriers[random.Next(Carriers.Length)], Items[random.Next(Items.Length)]);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["status"] = Add(facts, "order.status", $"Order {id} · Status", state, state, record),
            ["total"] = Add(facts, "order.total", $"Order {id} · Total", total, Money(total, currency), record),
            ["placed"] = Add(facts, "order.placed_at", $"Order {id} · Placed", $"{placed:yyyy-MM-ddTHH:mm:ssZ}", placed.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture), record),
            ["item"] = Add(facts, "order.items", $"Order {id} · Items", item, item, record),
            ["carrier"] = Add(facts, "shipment.carrier", $"Shipment {id} · Carrier", carrier, carrier, $"shop/shipments/{id}"),
        };
        if (delivered is { } at)
        {
            numbers["delivered"] = Add(facts, "order.delivered_at", $"Order {id} · Delivered", $"{at:yyyy-MM-dd}", $"{at:yyyy-MM-dd}", record);
            numbers["refunded"] = Add(facts, "payment.refunded", $"Payment {id} · Given back", refunded, Money(refunded, currency), $"shop/payments/{id}");
        }

        return new GroundingOrder(id, state, total, currency, placed, delivered, carrier, item, refunded, numbers);
    }

    private static string Money(decimal amount, string currency) => $"{amount.ToString("0.00", CultureInfo.InvariantCulture)} {(currency == "EUR" ? "€" : currency)}";

    private static int Add(List<Fact> facts, string attribute, string label, JsonNode value, string display, string record)
    {
        facts.Add(new Fact
        {
            Id = Guid.Empty,
            CaseId = Guid.Empty,
            Number = facts.Count + 1,
            Attribute = attribute,
            Label = label,
            ValueJson = value.ToJsonString(),
            Display = display,
            Source = "shop",
            Record = record,
            ObservedAt = DateTimeOffset.UnixEpoch,
        });
        return facts.Count;
    }
}
