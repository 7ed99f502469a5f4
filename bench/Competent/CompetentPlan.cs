using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpsConsole.Bench.Competent;

/// <summary>Plans what a message asks for: one action at most, with values that stand in the records or in the message, else a question.</summary>
internal sealed partial class CompetentPlan
{
    private readonly Question _question;
    private readonly Concept _concept;
    private readonly JsonObject? _order;
    private readonly JsonObject _parameters = [];
    private readonly JsonArray _sources = [];

    private CompetentPlan(Question question, Concept concept, JsonObject? order) => (_question, _concept, _order) = (question, concept, order);

    private string Text => _question.Message;

    public static JsonObject Of(Question question)
    {
        var text = question.Message;
        if (Concept.In(text) is not [{ Concept: var concept }, ..] || Concept.IsForMachines(text) || Concept.IsConditional(text))
        {
            return Ask("What exactly would you like us to do?");
        }

        var named = RecordNumber().Matches(text).Select(match => match.Value).ToList();
        var orders = question.Records.Where(record => named.Exists(name => record.Name.EndsWith($"/{name}", StringComparison.OrdinalIgnoreCase))).ToList();
        if (named.Count > 0 && orders.Count < named.Count)
        {
            return Ask($"We cannot find {named[0]} among your orders; which one do you mean?");
        }

        var order = orders.Select(record => record.Body).FirstOrDefault();
        if (concept.Status.Count > 0 && (order is null || !concept.Status.Contains(order["status"]?.ToString() ?? "")))
        {
            return Ask(order is null ? "Which order is it about?" : $"Your order is {order["status"]}; what shall we do instead?");
        }

        return concept.Choose(question.ActionTypes.Select(type => type["action_type"]!.ToString())) is { } name
            ? new CompetentPlan(question, concept, order).Propose(question.ActionTypes.First(type => type["action_type"]!.ToString() == name))
            : Ask("A colleague will look into it. Is there anything else that we should know?");
    }

    private static JsonObject Ask(string question) => new() { ["actions"] = new JsonArray(), ["questions"] = new JsonArray(question) };

    private JsonObject Propose(JsonObject type)
    {
        foreach (var name in (type["parameters"]?["required"] as JsonArray ?? []).Select(name => name!.ToString()))
        {
            if (Find(name) is not var (value, from, phrase))
            {
                return Ask($"What is the {name.Replace('_', ' ')}?");
            }

            _parameters[name] = value;
            _sources.Add((JsonNode)new JsonObject { ["parameter"] = name, ["from"] = from, ["phrase"] = phrase });
        }

        if (type["parameters"]?["properties"]?["order_id"] is not null && !_parameters.ContainsKey("order_id") && _order?["order_id"] is { } id)
        {
            _parameters["order_id"] = id.DeepClone();
            _sources.Add((JsonNode)new JsonObject { ["parameter"] = "order_id", ["from"] = "record", ["phrase"] = null });
        }

        var action = new JsonObject
        {
            ["action_type"] = type["action_type"]!.DeepClone(), ["parameters"] = _parameters, ["sources"] = _sources, ["because"] = $"The customer asks for a {_concept.Name}.",
        };
        return new JsonObject { ["actions"] = new JsonArray(action), ["questions"] = new JsonArray() };
    }

    private (JsonNode Value, string From, string? Phrase)? Find(string name) => name switch
    {
        "reason" => Said(Mistake().Match(Text), "ordered by mistake") ?? Said(Unneeded().Match(Text), "no longer needed") ?? (JsonValue.Create(_concept.Name), "model", null),
        "topic" => (JsonValue.Create(_concept.Name), "model", null),
        "text" => (JsonValue.Create(Text.Length > 400 ? Text[..400] : Text), "customer text", null),
        "amount" => Amount(),
        "item_ids" => Items() is { Count: > 0 } items ? (items, "record", null) : null,
        "line1" or "postcode" or "city" or "country" => Address().Match(Text) is { Success: true } address ? (JsonValue.Create(address.Groups[name].Value.Trim()), "customer text", address.Value) : null,
        _ => (_order?[name] ?? _question.Records.Select(record => record.Body[name]).FirstOrDefault(value => value is not null)) is { } known ? (known.DeepClone(), "record", null) : null,
    };

    private static (JsonNode, string, string?)? Said(Match match, string meaning) => match.Success ? (JsonValue.Create(meaning), "customer text", match.Value) : null;

    private (JsonNode, string, string?)? Amount()
    {
        if (Money().Match(Text) is { Success: true } said && decimal.TryParse(said.Groups["amount"].Value.Replace(',', '.'), CultureInfo.InvariantCulture, out var amount))
        {
            return (JsonValue.Create(amount), "customer text", said.Value);
        }

        var items = _order?["items"] as JsonArray ?? [];
        return _concept.Kind == "damaged"
            ? items is [{ } only] && only["price"] is { } price ? (price.DeepClone(), "record", null) : null
            : _concept.Kind == "refund" && _order?["total"] is { } total ? (total.DeepClone(), "record", null) : null;
    }

    private JsonArray Items()
    {
        var items = (_order?["items"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var named = items.Where(item => item["name"] is { } name && Text.Contains(name.ToString(), StringComparison.OrdinalIgnoreCase)).ToList();
        var meant = Everything().IsMatch(Text) ? items : named.Count > 0 ? named : items.Count == 1 ? items : [];
        return new JsonArray([.. meant.Where(item => item["item_id"]?.GetValueKind() == JsonValueKind.String).Select(item => item["item_id"]!.DeepClone())]);
    }

    [GeneratedRegex(@"\b[A-Z]-\d{4,}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RecordNumber();

    [GeneratedRegex(@"by mistake|accident", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mistake();

    [GeneratedRegex(@"no longer need|don't want it any|nicht mehr", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unneeded();

    [GeneratedRegex(@"(?<amount>\d{1,6}(?:[.,]\d{2})?)\s*(?:€|EUR|euros?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Money();

    [GeneratedRegex(@"to (?<line1>\p{Lu}[^,\n]{3,80}), (?<postcode>\d{4,6}) (?<city>[^,\n]{2,40}), (?<country>\p{L}[\p{L} ]{2,40})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:everything|all of it|the whole)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Everything();
}
