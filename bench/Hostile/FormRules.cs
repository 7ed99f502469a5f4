using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Bench.Hostile;

/// <summary>The forms of the desk's nine actions, written down a second time by hand and read without the console's schemas.</summary>
internal static class FormRules
{
    public static readonly IReadOnlyList<string> AddressParts = ["line1", "city", "postcode", "country"];

    private static readonly Dictionary<string, (string Name, Func<JsonNode?, bool> Fits, bool IsNeeded)[]> Forms = new(StringComparer.Ordinal)
    {
        ["sandbox.cancel_order"] = [("order_id", Id("W-"), true), ("reason", Words(200), true)],
        ["sandbox.refund_payment"] = [("payment_id", Id("PAY-"), true), ("amount", Amount, true), ("reason", Words(200), true)],
        ["sandbox.create_return"] = [("order_id", Id("W-"), true), ("item_ids", Items, true), ("reason", Words(200), true)],
        ["sandbox.cancel_return"] = [("order_id", Id("W-"), true)],
        ["sandbox.exchange_items"] = [("order_id", Id("W-"), true), ("item_id", Words(), true), ("new_variant_id", Words(), true)],
        ["sandbox.change_shipping_address"] =
            [("order_id", Id("W-"), true), ("line1", Words(200), true), ("line2", Maybe(200), false), ("city", Words(80), true), ("postcode", Words(12), true), ("country", Words(60), true)],
        ["sandbox.grant_credit"] = [("customer_id", Id("C-"), true), ("amount", Amount, true), ("reason", Words(200), true)],
        ["sandbox.reverse_credit"] = [("credit_id", Id("CR-"), true)],
        ["sandbox.open_ticket"] = [("order_id", Maybe(200), false), ("customer_id", Id("C-"), true), ("topic", Words(80), true), ("text", Words(2000), true)],
    };

    public static IEnumerable<string> Actions => Forms.Keys;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Fault(string action, JsonObject parameters)
    {
        if (!Forms.TryGetValue(action, out var form))
        {
            return "no such action";
        }

        if (parameters.FirstOrDefault(given => !form.Any(field => field.Name == given.Key)).Key is { } strange)
        {
            return $"{strange} is no parameter";
        }

        return form.Where(field => parameters.ContainsKey(field.Name) ? !field.Fits(parameters[field.Name]) : field.IsNeeded)
            .Select(field => $"{field.Name} is not what it should be").FirstOrDefault();
    }

    /// <summary>A text that is one: with half a sign in it, or with NUL, it is none. Null else.</summary>
    public static string? Text(JsonNode? node)
    {
        if (node?.GetValueKind() != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return node.GetValue<string>() is var text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static decimal? Number(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Func<JsonNode?, bool> Id(string prefix) => node => Text(node) is { } text
        && text.StartsWith(prefix, StringComparison.Ordinal) && text.Length > prefix.Length && text[prefix.Length..].All(char.IsAsciiDigit);

    /// <summary>Counted in code points, as JSON Schema does.</summary>
    private static Func<JsonNode?, bool> Words(int most = int.MaxValue) => node => Text(node) is { Length: > 0 } text && text.EnumerateRunes().Count() <= most;

    private static Func<JsonNode?, bool> Maybe(int most) => node => node is null || (Text(node) is { } text && text.EnumerateRunes().Count() <= most);

    private static bool Amount(JsonNode? node) => Number(node) > 0;

    private static bool Items(JsonNode? node) => node is JsonArray { Count: > 0 } items && items.All(item => Text(item) is { Length: > 0 });
}
