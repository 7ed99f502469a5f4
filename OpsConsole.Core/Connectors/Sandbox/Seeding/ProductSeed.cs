using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox.Seeding;

/// <summary>The shop's products, each with its variants.</summary>
internal static class ProductSeed
{
    /// <summary>Category; option and its values; then product and price of the first variant.</summary>
    private static readonly (string Category, string Option, string[] Values, (string Name, decimal Price)[] Products)[] Range =
    [
        ("Lighting", "finish", ["brass", "black", "white", "oak"],
            [("Alva desk lamp", 42.90m), ("Tove floor lamp", 129.00m), ("Ravn pendant lamp", 84.50m), ("Lumi bedside lamp", 34.90m), ("Sol wall lamp", 59.00m)]),
        ("Textiles", "colour", ["sand", "moss", "rust", "ink"],
            [("Fjell wool throw", 68.00m), ("Marit linen cushion", 24.90m), ("Ebba linen duvet set", 119.00m), ("Nila curtain pair", 74.90m), ("Sanna bath towel set", 39.90m), ("Kaja jute rug", 149.00m)]),
        ("Kitchen", "colour", ["cream", "slate", "blue"],
            [("Olmo bread box", 36.50m), ("Terra stoneware plates, set of 4", 48.00m), ("Brisa coffee press", 29.90m), ("Ferro cast-iron pan", 64.90m), ("Vela storage jars, set of 3", 27.50m), ("Luca espresso cups, set of 6", 32.00m), ("Nerina chef's knife", 54.00m)]),
        ("Furniture", "wood", ["oak", "walnut", "ash"],
            [("Linde side table", 139.00m), ("Holm bookshelf", 279.00m), ("Birk stool", 79.00m), ("Sten dining chair", 119.00m), ("Aurel coffee table", 229.00m), ("Mira nightstand", 109.00m)]),
        ("Storage", "size", ["small", "medium", "large"],
            [("Korv willow basket", 22.90m), ("Felt storage box", 18.50m), ("Rada wall hooks", 16.90m), ("Isa laundry hamper", 44.90m), ("Tidy drawer inserts", 14.90m)]),
        ("Decor", "size", ["small", "large"],
            [("Onda glass vase", 31.90m), ("Siena mirror", 94.00m), ("Calma candle holder", 19.90m), ("Pino picture frame", 17.50m), ("Stella wall clock", 46.00m), ("Verde plant pot", 23.90m)]),
        ("Bath", "colour", ["white", "grey", "green"],
            [("Baia shower curtain", 26.90m), ("Duna bath mat", 29.50m), ("Conca soap dish", 12.90m), ("Riva towel rail", 38.90m), ("Nebel bathroom shelf", 52.00m)]),
    ];

    public static IEnumerable<JsonObject> Make(Random random)
    {
        var number = 101;
        foreach (var (category, option, values, products) in Range)
        {
            foreach (var (name, price) in products)
            {
                var id = $"P-{number++}";
                yield return new JsonObject
                {
                    ["product_id"] = id,
                    ["name"] = name,
                    ["category"] = category,
                    ["variants"] = new JsonArray([.. values.Select((value, index) => Variant(random, $"{id}-{index + 1}", option, value, price, index))]),
                };
            }
        }
    }

    private static JsonObject Variant(Random random, string id, string option, string value, decimal price, int index) => new()
    {
        ["variant_id"] = id,
        ["options"] = new JsonObject { [option] = value },
        ["price"] = option == "size" ? decimal.Round(price * (1 + 0.35m * index), 1) : price,
        ["available"] = index == 0 || random.NextDouble() < 0.8,
    };
}
