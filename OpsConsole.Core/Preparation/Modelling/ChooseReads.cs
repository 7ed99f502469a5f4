using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Slots;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>
/// Lets a model choose what else is read. It is given reading operations only; what it asks for is called with values that stand in records
/// of this customer, a few times at most; and of an answer only records count that the map says are this customer's, each read anew.
/// </summary>
public sealed class ChooseReads(AskAboutCase ask, IConnectorDirectory connectors)
{
    private const int MostCalls = 6;
    private const int MostTools = 40;
    private const int MostRecords = 40;
    private const int LongestDescription = 300;

    public async Task<CaseRecords> ReadAsync(ModelRun run, CaseRecords records, IReadOnlyList<Wish> wishes, CancellationToken cancellation)
    {
        if (records.Customer is not { } customer || await connectors.FindAsync(customer.Entity.System, cancellation) is not { } connector)
        {
            return records;
        }

        var operations = connector.Operations.Where(operation => operation.Effect == EffectClass.Read).Take(MostTools).ToList();
        if (operations.Count == 0)
        {
            return records;
        }

        IEnumerable<DataPart> data = [CaseData.Wishes(wishes), .. CaseData.Records(records), .. CaseData.Messages(run.Run)];
        if (await ask.AskAsync(run, StageName.Gather, "reads", data, cancellation, tools: [.. operations.Select(Declare)]) is not { } answer)
        {
            return records;
        }

        var found = new List<GatheredRecord>(records.All);
        foreach (var call in answer.Calls.Take(MostCalls))
        {
            var told = new JsonObject { ["call"] = call.Name };
            run.Tell(StageName.Gather, told);
            if (operations.Find(operation => operation.Name == call.Name) is not { } operation)
            {
                told["refused"] = "no reading operation of this name";
                continue;
            }

            var arguments = Arguments(call);
            told["arguments"] = arguments.DeepClone();
            if (Refuse(operation, arguments, found) is { } why)
            {
                told["refused"] = why;
                continue;
            }

            var more = await ReadAsync(run, connector, new ConnectorCall(operation.Name, arguments, null), customer, found, cancellation);
            told["records"] = more.Count;
            found.AddRange(more);
        }

        run.Use(answer);
        return found.Count == records.All.Count ? records : records with { All = found };
    }

    private static AIFunctionDeclaration Declare(SystemOperation operation)
    {
        var summary = DataChannel.Plain(operation.Summary);
        return AIFunctionFactory.CreateDeclaration(
            operation.Name, summary[..Math.Min(summary.Length, LongestDescription)], JsonSerializer.SerializeToElement(operation.Parameters));
    }

    private static JsonObject Arguments(FunctionCallContent call)
    {
        try
        {
            return JsonSerializer.SerializeToNode(call.Arguments ?? new Dictionary<string, object?>()) as JsonObject ?? [];
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            return [];
        }
    }

    /// <summary>Every text in it must stand in a record that was read for this customer.</summary>
    private static string? Refuse(SystemOperation operation, JsonObject arguments, List<GatheredRecord> known)
    {
        var own = new HashSet<string>(known.SelectMany(record => Texts(record.Record.Body).Append(record.Id)), StringComparer.OrdinalIgnoreCase);
        return ParameterSchema.Validate(operation.Parameters, arguments) is { Count: > 0 } faults ? string.Join(" ", faults)
            : Texts(arguments).FirstOrDefault(text => !own.Contains(text)) is { } foreign ? $"“{foreign}” stands in no record of this customer"
            : null;
    }

    private static async Task<IReadOnlyList<GatheredRecord>> ReadAsync(
        ModelRun run, IConnector connector, ConnectorCall call, GatheredRecord customer, List<GatheredRecord> known, CancellationToken cancellation)
    {
        if (await connector.InvokeAsync(call, cancellation) is not ConnectorResult.Done { Body: { } body })
        {
            return [];
        }

        var named = from item in Objects(body)
                    from entity in run.Run.Map.Entities.Values
                    where entity.System == connector.SystemId && !entity.NameField.Contains('+', StringComparison.Ordinal)
                    let id = JsonPath.Text(JsonPath.First(item, entity.NameField))
                    where id.Length > 0 && (IsOwn(entity, item, customer) || (entity.Owner is null && entity.Id != customer.Entity.Id && Texts(call.Arguments).Contains(id)))
                    select (entity, id);
        var more = new List<GatheredRecord>();
        foreach (var (entity, id) in named.Distinct().Where(pair => !known.Exists(record => record.Entity.Id == pair.entity.Id && record.Id == pair.id)).Take(MostRecords - Math.Min(MostRecords, known.Count)).ToList())
        {
            if (await connector.ReadRecordAsync(new RecordRef(entity.System, entity.Collection, id), cancellation) is RecordResult.Found { Record: var record }
                && (entity.Owner is null || IsOwn(entity, record.Body, customer)))
            {
                more.Add(new GatheredRecord(entity, record));
            }
        }

        return more;
    }

    private static bool IsOwn(MapEntity entity, JsonObject body, GatheredRecord customer) =>
        entity.Owner is { } owner && owner.Entity == customer.Entity.Id && owner.Of(body) == customer.Id;

    private static IEnumerable<JsonObject> Objects(JsonNode body) => body switch
    {
        JsonArray items => items.OfType<JsonObject>(),
        JsonObject one => one.Select(member => member.Value).OfType<JsonArray>().SelectMany(items => items.OfType<JsonObject>()).Prepend(one),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
