using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox.Seeding;

/// <summary>
/// Fills an empty sandbox with a home-goods shop that sells across Europe: 40 products, 300 customers, 1,000 orders of the last
/// half year. The same seed gives the same shop; only its dates move with the day on which it is filled.
/// </summary>
internal static class ShopSeed
{
    private const int Seed = 23187;
    private const int Customers = 300;
    private const int Orders = 1000;

    public static void Fill(SandboxRecords records, DateTimeOffset now)
    {
        var random = new Random(Seed);
        var products = ProductSeed.Make(random).ToList();
        var customers = CustomerSeed.Make(random, now, Customers).ToList();
        var orders = new OrderSeed(random, now, products, customers).Make(Orders).ToList();
        Put("products", products);
        Put("customers", customers);
        Put("orders", orders.Select(made => made.Order));
        Put("payments", orders.Select(made => made.Payment));
        Put("shipments", orders.Select(made => made.Shipment).OfType<JsonObject>());

        void Put(string collection, IEnumerable<JsonObject> bodies)
        {
            foreach (var body in bodies)
            {
                records.Put(collection, body);
            }
        }
    }

    /// <summary>One of a list, by chance.</summary>
    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
