using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.BusinessMap;

/// <summary>
/// Reads a node of kind <c>entity</c>:
/// <code>
/// - kind: entity
///   id: order
///   name: Order
///   system: sandbox
///   collection: orders
///   name-field: order_id
///   owner: {entity: customer, field: customer_id}
///   related:
///   - {name: payment, entity: payment, ids: payment_id}
///   facts:
///   - {attribute: status, label: Status, value: status}
///   - {attribute: total, label: Total, value: total, currency: currency}
///   personal: [shipping_address]
///   secret: [gate_code]
/// </code>
/// <c>personal</c> and <c>secret</c> are paths like those of facts; a path that ends at an object means all that it holds.
/// </summary>
internal static class MapEntityReader
{
    public static MapEntity Read(YamlPart node, PackReading reading)
    {
        node.AllowOnly("kind", "id", "name", "description", "system", "collection", "name-field", "owner", "related", "facts", "personal", "secret");
        if (node.Find("system") is { } system)
        {
            reading.Refer("system", system.Text ?? "", system);
        }

        return new MapEntity(
            node.Required("id"), node.Required("name"), node.Required("system"), node.Required("collection"), node.Optional("name-field") ?? "",
            Owner(node, reading),
            [.. node.List("related").Select(related => Relation(related, reading))],
            [.. node.List("facts").Select(fact => new MapFact(
                fact.Required("attribute"), fact.Required("label"), fact.Required("value"), fact.Optional("currency")))])
        {
            Personal = Paths(node, "personal"),
            Secret = Paths(node, "secret"),
        };
    }

    private static string[] Paths(YamlPart node, string name)
    {
        var paths = new List<string>();
        foreach (var part in node.List(name))
        {
            if (part.Text is { Length: > 0 } path && !path.Split('.').Any(string.IsNullOrWhiteSpace))
            {
                paths.Add(path);
            }
            else
            {
                part.Error($"'{name}' must list paths such as address.postcode");
            }
        }

        return [.. paths];
    }

    private static MapOwner? Owner(YamlPart node, PackReading reading)
    {
        if (node.Find("owner") is not { } owner)
        {
            return null;
        }

        reading.Refer("entity", owner.Required("entity"), owner);
        return new MapOwner(owner.Required("entity"), owner.Required("field"));
    }

    private static MapRelation Relation(YamlPart related, PackReading reading)
    {
        related.AllowOnly("name", "entity", "ids", "operation", "arguments");
        reading.Refer("entity", related.Required("entity"), related);
        return new MapRelation(
            related.Required("name"), related.Required("entity"), related.Required("ids"), related.Optional("operation"), Texts(related.Find("arguments")));
    }

    internal static Dictionary<string, string> Texts(YamlPart? map) =>
        map?.Members().ToDictionary(member => member.Name, member => member.Value.Text ?? "", StringComparer.Ordinal) ?? [];
}
