using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Gathering;

/// <summary>The records of a run as JSON, and back.</summary>
internal static class KeptRecordsJson
{
    public static string Write(Gathered read) => CanonicalJson.Write(new JsonObject
    {
        ["records"] = new JsonArray([.. read.Records.All.Select(record => new JsonObject
        {
            ["entity"] = record.Entity.Id,
            ["id"] = record.Id,
            ["version"] = record.Record.Version,
            ["at"] = record.Record.ObservedAt.ToString("O", CultureInfo.InvariantCulture),
            ["body"] = record.Record.Body.DeepClone(),
        })]),
        ["foreign"] = new JsonArray([.. read.Foreign.Select(mention => JsonValue.Create($"{mention.Entity}/{mention.RecordId}"))]),
    });

    /// <summary>Null when the map no longer knows what was read.</summary>
    public static Gathered? Read(KeptRecords kept, PackMap map, MapEntity customer, IReadOnlyList<Mention> mentions)
    {
        var json = (JsonObject)JsonNode.Parse(kept.RecordsJson)!;
        var records = new List<GatheredRecord>();
        foreach (var record in json["records"]!.AsArray().OfType<JsonObject>())
        {
            if (!map.Entities.TryGetValue((string)record["entity"]!, out var entity))
            {
                return null;
            }

            records.Add(new GatheredRecord(entity, new SystemRecord(
                new RecordRef(entity.System, entity.Collection, (string)record["id"]!),
                (string)record["version"]!,
                DateTimeOffset.Parse((string)record["at"]!, CultureInfo.InvariantCulture),
                (JsonObject)record["body"]!.DeepClone())));
        }

        var foreign = json["foreign"]!.AsArray().Select(name => (string)name!).ToHashSet(StringComparer.Ordinal);
        return records is not [var first, ..] || first.Entity.Id != customer.Id
            ? null
            : new Gathered(
                new CaseRecords(customer.Id, first, records),
                [.. mentions.Where(mention => foreign.Contains($"{mention.Entity}/{mention.RecordId}")).DistinctBy(mention => mention.RecordId)],
                null,
                kept.ReadAt);
    }
}
