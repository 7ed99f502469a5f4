using System.Text.Json.Nodes;

namespace OpsConsole.Core.Preparation.Planning;

/// <summary>Everything that was read for one case.</summary>
/// <param name="CustomerEntity">The entity of the customer, such as <c>customer</c>.</param>
/// <param name="Customer">Null while the customer is not known.</param>
public sealed record CaseRecords(string CustomerEntity, GatheredRecord? Customer, IReadOnlyList<GatheredRecord> All)
{
    public GatheredRecord? Find(string entity, string id) => All.FirstOrDefault(record => record.Entity.Id == entity && record.Id == id);

    /// <summary>The records of an entity that belong to the customer; the customer's own record when that is asked for.</summary>
    public IReadOnlyList<GatheredRecord> OfCustomer(string entity) =>
        [.. All.Where(record => record.Entity.Id == entity && (entity == CustomerEntity ? record == Customer : record.Entity.Owner is not null))];

    /// <summary>All records by entity and id, as the readers of slots see them.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var group in All.GroupBy(record => record.Entity.Id, StringComparer.Ordinal))
        {
            json[group.Key] = new JsonObject(group.DistinctBy(record => record.Id).Select(record => KeyValuePair.Create(record.Id, (JsonNode?)record.Record.Body.DeepClone())));
        }

        return json;
    }
}
