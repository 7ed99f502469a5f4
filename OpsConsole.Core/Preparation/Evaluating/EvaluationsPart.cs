using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>
/// Reads a pack's <c>evaluations/*.yaml</c>:
/// <code>
/// id: desk
/// title: What the desk is asked every day
/// scan: {system: sandbox, collection: orders, prefix: W-, newest: 21000, oldest: 20001, joins: {customer: customers/customer_id}}
/// cases:
/// - name: An order that has not left yet
///   body: "Please cancel order {order.order_id}. {customer.email}"
///   pick: order.status = "pending"
///   expect:
///     type: cancel
///     actions:
///     - {type: sandbox.cancel_order, parameters: {order_id: order.order_id}}
/// </code>
/// </summary>
public sealed class EvaluationsPart(EvaluationShelf shelf) : IPackPart
{
    public Func<CancellationToken, Task> Read(PackReading reading)
    {
        var sets = reading.OpenAll("evaluations").Select(root => ReadSet(root, reading)).ToList();
        return _ =>
        {
            shelf.Replace(reading.Files.Id, sets);
            return Task.CompletedTask;
        };
    }

    private static EvaluationSet ReadSet(YamlPart root, PackReading reading)
    {
        root.AllowOnly("id", "title", "scan", "cases");
        var set = new EvaluationSet(
            root.Required("id"), reading.Files.Id, root.Required("title"), ReadScan(root), [.. root.List("cases").Select(item => ReadCase(item, reading))]);
        reading.Declare("evaluation", set.Id, set.Title, root);
        return set;
    }

    private static JsonObject ReadScan(YamlPart root)
    {
        if (root.Find("scan") is not { } scan)
        {
            root.Error("'scan' is missing; it says where the records are that the cases are about");
            return [];
        }

        scan.AllowOnly("system", "collection", "prefix", "newest", "oldest", "joins");
        var read = new JsonObject { ["system"] = scan.Required("system"), ["collection"] = scan.Required("collection"), ["prefix"] = scan.Optional("prefix") ?? "" };
        foreach (var name in new[] { "newest", "oldest" })
        {
            if (!int.TryParse(scan.Required(name), CultureInfo.InvariantCulture, out var number))
            {
                scan.Error($"'{name}' must be a whole number");
            }

            read[name] = number;
        }

        read["joins"] = new JsonObject((scan.Find("joins")?.Members() ?? []).Select(join => KeyValuePair.Create(join.Name, (JsonNode?)(join.Value.Text ?? ""))));
        return read;
    }

    private static EvaluationCase ReadCase(YamlPart item, PackReading reading)
    {
        item.AllowOnly("name", "channel", "subject", "body", "pick", "expect");
        PlaybookExpression.CheckedTemplate(item.Find("subject"));
        PlaybookExpression.CheckedTemplate(item.Find("body"));
        PlaybookExpression.Checked(item.Find("pick"));
        var expect = item.Find("expect");
        if (expect is null)
        {
            item.Error("'expect' is missing; without it nothing can be judged");
        }

        expect?.AllowOnly("type", "actions", "asks");
        if (expect?.Find("type") is { } type)
        {
            reading.Refer("case type", type.Text ?? "", type);
        }

        return new EvaluationCase(
            item.Required("name"), item.Optional("channel") ?? "email", item.Optional("subject") ?? item.Required("name"), item.Required("body"), item.Required("pick"),
            expect?.Optional("type"), [.. (expect?.List("actions") ?? []).Select(action => ReadAction(action, reading))], expect?.Optional("asks") == "true");
    }

    private static ExpectedAction ReadAction(YamlPart action, PackReading reading)
    {
        action.AllowOnly("type", "parameters");
        reading.Refer(ActionTypesPart.Kind, action.Required("type"), action);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in action.Find("parameters")?.Members() ?? [])
        {
            parameters[name] = PlaybookExpression.Checked(value);
        }

        return new ExpectedAction(action.Required("type"), parameters);
    }
}
