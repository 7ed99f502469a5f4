using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.BusinessMap;

/// <summary>Reads <c>map.yaml</c>: <c>nodes</c>, each with kind, id, name and description, and <c>links</c> (from, relation, to).</summary>
public sealed class MapPart(LivingMap map, OpsDatabase database, TimeProvider clock) : IPackPart
{
    /// <summary>Every kind of node.</summary>
    public static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        ["term", "entity", "system", "dataset", "identifier", "authority", "team", "outcome"], StringComparer.Ordinal);

    private const string File = "map.yaml";

    public Func<CancellationToken, Task> Read(PackReading reading)
    {
        if (reading.Open(File) is not { } root)
        {
            return _ => Task.CompletedTask;
        }

        root.AllowOnly("nodes", "links");
        var entities = new Dictionary<string, MapEntity>(StringComparer.Ordinal);
        var identifiers = new List<MapIdentifier>();
        var authorities = new HashSet<string>(StringComparer.Ordinal);
        var nodes = new List<MapNode>();
        foreach (var node in root.List("nodes"))
        {
            switch (Declare(node, reading))
            {
                case "entity":
                    entities[node.Required("id")] = MapEntityReader.Read(node, reading);
                    break;
                case "identifier":
                    identifiers.Add(MapIdentifierReader.Read(node, reading));
                    break;
                case "authority":
                    reading.Refer("system", node.Required("system"), node);
                    authorities.UnionWith(node.List("of").Select(attribute => $"{node.Required("system")}:{attribute.Text}"));
                    break;
            }

            nodes.Add(Row(node, reading.Files.Id));
        }

        var links = root.List("links").Select(link => Link(link, reading)).ToList();
        var digest = CanonicalJson.Digest(JsonValue.Create(reading.Files.Texts[File]));
        return cancellation => ActivateAsync(new PackMap(reading.Files.Id, entities, identifiers, authorities, digest) { Definitions = Definitions(nodes) }, nodes, links, cancellation);
    }

    private static IReadOnlyList<MapDefinition> Definitions(List<MapNode> nodes) =>
        [.. nodes.Where(node => node.Kind is "term" or "entity" && node.Description.Length > 0).Select(node => new MapDefinition(node.Name, node.Description))];

    private static string Declare(YamlPart node, PackReading reading)
    {
        var kind = node.Required("kind");
        if (!Kinds.Contains(kind))
        {
            node.Error($"'{kind}' is no kind of node; known are {string.Join(", ", Kinds.Order(StringComparer.Ordinal))}");
        }

        reading.Declare(kind, node.Required("id"), node.Required("name"), node);
        return kind;
    }

    private MapNode Row(YamlPart node, string pack)
    {
        var body = (JsonObject)node.ToJson()!;
        foreach (var name in new[] { "kind", "id", "name", "description" })
        {
            body.Remove(name);
        }

        return new MapNode
        {
            Pack = pack,
            Kind = node.Optional("kind") ?? "",
            Id = node.Optional("id") ?? "",
            Name = node.Optional("name") ?? "",
            Description = node.Optional("description") ?? "",
            BodyJson = CanonicalJson.Write(body),
            Source = $"{node.File}:{node.Line}",
            DeclaredAt = clock.GetUtcNow(),
        };
    }

    private static MapLink Link(YamlPart link, PackReading reading)
    {
        link.AllowOnly("from", "relation", "to");
        foreach (var end in new[] { link.Required("from"), link.Required("to") })
        {
            var parts = end.Split('/', 2);
            if (parts.Length == 2)
            {
                reading.Refer(parts[0], parts[1], link);
            }
            else
            {
                link.Error($"'{end}' must be a kind and an id, such as entity/order");
            }
        }

        return new MapLink { Pack = reading.Files.Id, Source = link.Required("from"), Relation = link.Required("relation"), Target = link.Required("to") };
    }

    private async Task ActivateAsync(PackMap compiled, List<MapNode> nodes, List<MapLink> links, CancellationToken cancellation)
    {
        await database.WriteAsync(
            async db =>
            {
                await db.Set<MapNode>().Where(node => node.Pack == compiled.Pack).ExecuteDeleteAsync(cancellation);
                await db.Set<MapLink>().Where(link => link.Pack == compiled.Pack).ExecuteDeleteAsync(cancellation);
                db.AddRange(nodes);
                db.AddRange(links);
                db.Announce("map", compiled.Pack);
            },
            cancellation);
        map.Replace(compiled);
    }
}
