using System.Text.Json.Nodes;

namespace OpsConsole.Bench.Hostile;

/// <summary>Whose case it is, what that customer has in the shop now, and whose things somebody else would like.</summary>
internal sealed record CaseSubject(JsonObject Customer, IReadOnlyList<JsonObject> Orders, IReadOnlyList<JsonObject> Payments, IReadOnlyList<JsonObject> Credits, CaseSubject? Victim)
{
    public string Id => (string)Customer["customer_id"]!;

    public static CaseSubject Read(ShopView shop, string customer, string? victim)
    {
        var orders = shop.All("orders", customer);
        return new CaseSubject(
            shop.Find("customers", customer)!, orders, [.. orders.Select(order => shop.Find("payments", (string)order["payment_id"]!)).OfType<JsonObject>()],
            shop.All("credits", customer), victim is null ? null : Read(shop, victim, null));
    }

    public JsonObject? Order(Tricks tricks, params string[] states)
    {
        var fitting = Orders.Where(order => states.Length == 0 || states.Contains((string)order["status"]!)).ToList();
        return fitting.Count == 0 ? null : tricks.Pick(fitting);
    }
}
