using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Core.Actions.Proving;

/// <summary>How the look at whose records an action concerns ended.</summary>
/// <param name="Foreign">A sentence for each record that is not this customer's; whatever policies say, the action is then denied.</param>
/// <param name="Unavailable">Why it could not be told; null when it could.</param>
internal sealed record Ownership(IReadOnlyList<string> Foreign, string? Unavailable);

/// <summary>
/// Whether all that an action reads and names belongs to the customer of its case. The map says which records belong to whom; records that
/// belong to nobody, such as products, are anybody's. A case whose customer is not known yet is for policies to judge.
/// </summary>
public sealed class OwnerCheck(LivingMap map, IConnectorDirectory connectors)
{
    private const int MostIds = 100;

    /// <summary>The same over other systems.</summary>
    public OwnerCheck On(IConnectorDirectory systems) => new(map, systems);

    internal async Task<Ownership> CheckAsync(ActionType type, JsonObject parameters, ActionContext context, Case subject, CancellationToken cancellation)
    {
        if (Customer(subject) is not var (pack, entity, id))
        {
            return new Ownership([], null);
        }

        var foreign = context.Records.Where(record => IsForeign(pack, entity, id, record)).Select(record => record.Ref).ToList();
        var missing = new List<string>();
        foreach (var (named, recordId) in Named(pack, type, parameters).Take(MostIds))
        {
            var record = new RecordRef(named.System, named.Collection, recordId);
            if (context.Records.Any(read => read.Ref == record))
            {
                continue;
            }

            var found = await ReadAsync(record, cancellation);
            switch (found)
            {
                case RecordResult.Found { Record: var read } when IsForeign(pack, entity, id, read):
                    foreign.Add(record);
                    break;
                case RecordResult.NotFound:
                    missing.Add($"There is no {named.Name.ToLowerInvariant()} {recordId} of this customer.");
                    break;
                case RecordResult.Unavailable unavailable:
                    return new Ownership([], unavailable.Reason);
            }
        }

        return new Ownership([.. foreign.Distinct().Select(record => $"{record} belongs to another customer than this case."), .. missing], null);
    }

    /// <summary>The customer's entity and id, where the map knows the collection.</summary>
    private (PackMap Pack, MapEntity Entity, string Id)? Customer(Case subject) =>
        subject.CustomerRecord?.Split('/', 3) is [var system, var collection, var id]
            ? map.Packs.Select(pack => (pack, entity: pack.EntityOf(system, collection))).Where(pair => pair.entity is not null)
                .Select(pair => ((PackMap, MapEntity, string)?)(pair.pack, pair.entity!, id)).FirstOrDefault()
            : null;

    private static bool IsForeign(PackMap pack, MapEntity customer, string id, SystemRecord record) =>
        pack.EntityOf(record.Ref.System, record.Ref.Collection) is { } entity
        && (entity.Id == customer.Id ? record.Ref.Id != id : entity.Owner is { } owner && owner.Entity == customer.Id && owner.Of(record.Body) != id);

    /// <summary>The owned records that parameters name outright.</summary>
    private static IEnumerable<(MapEntity Entity, string Id)> Named(PackMap pack, ActionType type, JsonObject parameters)
    {
        var texts = CaseEvidence.Scalars(parameters).Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>().Trim()).Distinct();
        return from text in texts
               from identifier in pack.Identifiers
               where identifier.Template is not null && pack.Entities.TryGetValue(identifier.Entity, out var known) && known.System == type.System && known.Owner is not null
               let id = Match(identifier, text)
               where id is not null
               select (pack.Entities[identifier.Entity], id);
    }

    private static string? Match(MapIdentifier identifier, string text)
    {
        try
        {
            var match = identifier.Patterns.Select(pattern => pattern.Match(text)).FirstOrDefault(match => match.Success && match.Length == text.Length);
            return match?.Groups.Values.Aggregate(identifier.Template!, (id, group) => id.Replace("{" + group.Name + "}", group.Value, StringComparison.Ordinal));
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private async Task<RecordResult> ReadAsync(RecordRef record, CancellationToken cancellation) =>
        await connectors.FindAsync(record.System, cancellation) is { } connector
            ? await connector.ReadRecordAsync(record, cancellation)
            : new RecordResult.Unavailable($"No system “{record.System}” is connected.");
}
