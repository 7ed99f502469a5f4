using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Bench;

/// <summary>A write in a form in which two that mean the same are equal: the order of listed items does not matter.</summary>
internal sealed record PrepareWrite(string Operation, string Arguments)
{
    public static PrepareWrite Of(string operation, JsonObject arguments)
    {
        var copy = (JsonObject)arguments.DeepClone();
        if (copy["item_ids"] is JsonArray items)
        {
            var others = copy["new_item_ids"] as JsonArray;
            copy["item_ids"] = new JsonArray([.. items.Select((item, index) => $"{item}>{(others is not null && index < others.Count ? others[index] : null)}")
                .Order(StringComparer.Ordinal).Select(pair => JsonValue.Create(pair))]);
            copy.Remove("new_item_ids");
        }

        return new PrepareWrite(operation, CanonicalJson.Write(copy));
    }

    public override string ToString() => $"{Operation} {Arguments}";
}

/// <summary>What a correct agent does for one message.</summary>
/// <param name="All">Also the writes that the system refuses.</param>
internal sealed record PrepareGold(string CaseId, string Customer, IReadOnlyList<PrepareWrite> All, IReadOnlyList<PrepareWrite> Done, IReadOnlySet<string> Orders)
{
    public static Dictionary<string, PrepareGold> Read(string file) => File.ReadLines(file).Where(line => line.Length > 0).Select(line => Read((JsonObject)JsonNode.Parse(line)!))
        .ToDictionary(gold => gold.CaseId, StringComparer.Ordinal);

    private static PrepareGold Read(JsonObject line)
    {
        var actions = line["actions"]!.AsArray().Select(action => action!.AsObject()).ToList();
        return new PrepareGold(
            line["case_id"]!.GetValue<string>(),
            line["user_id"]!.GetValue<string>(),
            [.. actions.Select(Write)],
            [.. actions.Where(action => action["outcome"]!.GetValue<string>() == "done").Select(Write)],
            actions.Select(action => action["arguments"]!["order_id"]?.GetValue<string>()).OfType<string>().ToHashSet(StringComparer.Ordinal));
    }

    private static PrepareWrite Write(JsonObject action) => PrepareWrite.Of(action["operation"]!.GetValue<string>(), action["arguments"]!.AsObject());
}
