using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpsConsole.Bench.Behaving;

/// <summary>What says who somebody is, in the records of one order, and whether it stands in a text; written without the program's own veil.</summary>
internal sealed class Canaries
{
    private const int Shortest = 3;

    private static readonly string[] OfCustomer = ["name", "email", "phone"];
    private static readonly string[] OfAddress = ["line1", "line2", "city", "postcode"];

    public Canaries(JsonObject picked)
    {
        var (customer, order) = (picked["customer"]!.AsObject(), picked["order"]!.AsObject());
        Order = order["order_id"]!.ToString();
        IEnumerable<string?> values =
        [
            .. OfCustomer.Select(name => customer[name]?.ToString()), .. customer["name"]!.ToString().Split(' '),
            .. new[] { customer["address"], order["shipping_address"] }.SelectMany(address => OfAddress.Select(name => address?[name]?.ToString())),
            picked["payment"]?["label"]?.ToString(),
        ];
        Values = [.. values.OfType<string>().Where(value => value.Length >= Shortest).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>By which the questions about this case are known; no number of an order is hidden.</summary>
    public string Order { get; }

    public IReadOnlyList<string> Values { get; }

    /// <summary>Those that stand in what was sent, in any case, as words of their own.</summary>
    public IEnumerable<string> In(StubRequest request)
    {
        var text = Text(request.Body);
        return Values.Where(value => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(value)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
    }

    /// <summary>All names and values, with the escapes of JSON undone; what is JSON within them is undone too.</summary>
    private static string Text(JsonNode? node) => node switch
    {
        JsonObject members => string.Join('\n', members.Select(member => $"{member.Key}\n{Text(member.Value)}")),
        JsonArray items => string.Join('\n', items.Select(Text)),
        null => "",
        _ => Regex.Unescape(node.ToString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\\\\u", "\\u", StringComparison.Ordinal)),
    };
}
