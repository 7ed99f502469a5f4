using System.Text.Json.Nodes;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Slots;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Gathering;

/// <summary>What gathering found.</summary>
/// <param name="Foreign">Records that the message names and that are not there or belong to somebody else; which of the two is not told.</param>
/// <param name="Unavailable">Why something could not be read; preparation is then tried again.</param>
/// <param name="ReadAt">When an earlier run read them; null when they were read just now.</param>
public sealed record Gathered(CaseRecords Records, IReadOnlyList<Mention> Foreign, string? Unavailable, DateTimeOffset? ReadAt = null);

/// <summary>Reads the customer, the records that the message names (or all of the customer's, when it names none) and what hangs together with them.</summary>
public sealed class GatherRecords(IConnectorDirectory connectors)
{
    /// <summary>A customer with more records of a kind is asked which is meant.</summary>
    public const int MostOfAKind = 25;

    public async Task<Gathered> GatherAsync(
        PackMap map, MapEntity customerEntity, string customerId, IReadOnlyList<Mention> mentions, bool all, CancellationToken cancellation)
    {
        var failures = new List<string>();
        var customer = await ReadAsync(customerEntity, customerId, failures, cancellation);
        if (customer is null)
        {
            return new Gathered(new CaseRecords(customerEntity.Id, null, []), [], failures.FirstOrDefault() ?? $"{customerEntity.Name} {customerId} could not be read.");
        }

        var wanted = mentions.Where(mention => map.Entities.ContainsKey(mention.Entity)).Select(mention => (map.Entities[mention.Entity], mention.RecordId)).ToList();
        if (all)
        {
            wanted.AddRange(await RelatedAsync(map, customer, failures, cancellation));
        }

        var direct = await ReadAllAsync(wanted, failures, cancellation);
        var own = direct.Where(record => IsOf(record, customer)).ToList();
        var related = new List<(MapEntity, string)>();
        foreach (var record in own)
        {
            related.AddRange(await RelatedAsync(map, record, failures, cancellation));
        }

        var further = await ReadAllAsync(related, failures, cancellation);
        var foreign = mentions.Where(mention => !own.Any(record => record.Entity.Id == mention.Entity && record.Id == mention.RecordId)).DistinctBy(mention => mention.RecordId).ToList();
        List<GatheredRecord> records = [customer, .. own, .. further.Where(record => record.Entity.Owner is null || IsOf(record, customer))];
        return new Gathered(
            new CaseRecords(customerEntity.Id, customer, [.. records.DistinctBy(record => record.Record.Ref)]), foreign, failures.FirstOrDefault());
    }

    /// <summary>A record counts only when its owner's field names the customer of the case.</summary>
    private static bool IsOf(GatheredRecord record, GatheredRecord customer) =>
        record.Entity.Owner is { } owner && owner.Entity == customer.Entity.Id && JsonPath.Text(JsonPath.First(record.Record.Body, owner.Field)) == customer.Id;

    private async Task<IReadOnlyList<GatheredRecord>> ReadAllAsync(IEnumerable<(MapEntity Entity, string Id)> wanted, List<string> failures, CancellationToken cancellation)
    {
        var reads = wanted.Distinct().GroupBy(pair => pair.Entity.Id).SelectMany(group => group.Take(MostOfAKind))
            .Select(pair => ReadAsync(pair.Entity, pair.Id, failures, cancellation));
        return [.. (await Task.WhenAll(reads)).OfType<GatheredRecord>()];
    }

    private async Task<GatheredRecord?> ReadAsync(MapEntity entity, string id, List<string> failures, CancellationToken cancellation)
    {
        var connector = await connectors.FindAsync(entity.System, cancellation);
        switch (connector is null ? null : await connector.ReadRecordAsync(new RecordRef(entity.System, entity.Collection, id), cancellation))
        {
            case RecordResult.Found found:
                return new GatheredRecord(entity, found.Record);
            case RecordResult.NotFound:
                return null;
            case RecordResult.Unavailable unavailable:
                Tell(failures, $"{entity.System} did not answer: {unavailable.Reason}");
                return null;
            default:
                Tell(failures, $"The system {entity.System} is not connected.");
                return null;
        }
    }

    /// <summary>Ids of the records that hang together with one, as its entity's relations say.</summary>
    private async Task<IReadOnlyList<(MapEntity Entity, string Id)>> RelatedAsync(PackMap map, GatheredRecord record, List<string> failures, CancellationToken cancellation)
    {
        var found = new List<(MapEntity, string)>();
        foreach (var relation in record.Entity.Related.Where(relation => map.Entities.ContainsKey(relation.Entity)))
        {
            var source = relation.Operation is null ? record.Record.Body : await AskAsync(relation, record, failures, cancellation);
            found.AddRange(JsonPath.All(source, relation.Ids).Select(JsonPath.Text).Where(id => id.Length > 0).Select(id => (map.Entities[relation.Entity], id)));
        }

        return found;
    }

    private async Task<JsonNode?> AskAsync(MapRelation relation, GatheredRecord record, List<string> failures, CancellationToken cancellation)
    {
        var arguments = new JsonObject(relation.Arguments.Select(argument => KeyValuePair.Create(
            argument.Key, argument.Value == "id" ? JsonValue.Create(record.Id) : JsonPath.First(record.Record.Body, argument.Value)?.DeepClone())));
        var connector = await connectors.FindAsync(record.Entity.System, cancellation);
        if (connector is not null && await connector.InvokeAsync(new ConnectorCall(relation.Operation!, arguments, null), cancellation) is ConnectorResult.Done done)
        {
            return done.Body;
        }

        Tell(failures, $"{record.Entity.System} did not answer when asked for {relation.Name}.");
        return null;
    }

    /// <summary>Reads run side by side.</summary>
    private static void Tell(List<string> failures, string sentence)
    {
        lock (failures)
        {
            failures.Add(sentence);
        }
    }
}
