using System.Text.Json.Nodes;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>Where in the records items, products and variants keep what readers need.</summary>
/// <param name="From">Path of the list of items in the view, such as <c>order.items</c>.</param>
/// <param name="Id">The item's own id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Options">Its options by name.</param>
/// <param name="ProductEntity">The entity that its variants are read from, and the item's field with its id.</param>
/// <param name="Variants">In the product's record the list of variants; each has the options, the id and whether it is available.</param>
/// <param name="Variant">The item's field that says which variant it is.</param>
public sealed record ItemFields(
    string From, string Id, string Name, string Options, string ProductEntity, string Product, string Variants, string VariantId, string Available, string Variant)
{
    public IReadOnlyList<JsonObject> Items(JsonObject view) => [.. JsonPath.Members(view, From).OfType<JsonObject>()];

    /// <summary>All variants of the item's product; none when the product was not gathered.</summary>
    public IReadOnlyList<JsonObject> VariantsOf(JsonObject view, JsonObject item) =>
        view["records"]?[ProductEntity]?[JsonPath.Text(item[Product])] is { } product ? [.. JsonPath.Members(product, Variants).OfType<JsonObject>()] : [];

    /// <summary>Options as text, by name.</summary>
    public IReadOnlyDictionary<string, string> OptionsOf(JsonObject holder) =>
        (holder[Options] as JsonObject)?.ToDictionary(option => option.Key, option => JsonPath.Text(option.Value), StringComparer.Ordinal) ?? [];

    public string Describe(JsonObject item)
    {
        var options = OptionsOf(item);
        var name = JsonPath.Text(item[Name]);
        return options.Count == 0 ? name : $"{name} ({string.Join(", ", options.Select(option => $"{option.Key} {option.Value}"))})";
    }
}
