using System.Text.Json.Nodes;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Understanding;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation;

/// <summary>A customer of an invented shop with a few orders, read by the service desk's playbooks.</summary>
internal sealed class DeskRecords : IDisposable
{
    private readonly CoreHost _host;
    private readonly PackMap _map;
    private readonly CaseRecords _records;

    private DeskRecords(CoreHost host)
    {
        _host = host;
        _map = host.Get<LivingMap>().Of("service-desk");
        var customer = Record("customer", "C-1", """{"customer_id":"C-1","name":"Ida Falk","email":"ida@mail.example","flags":[],"address":{"line1":"Birkenweg 7","line2":"","city":"Köln","postcode":"50674","country":"Germany"}}""");
        _records = new CaseRecords("customer", customer, [
            customer,
            Record("order", "W-10001", Order("W-10001", "delivered", """{"item_id":"1-1","product_id":"P-1","variant_id":"P-1-1","name":"Alva desk lamp","options":{"finish":"brass"},"quantity":1,"price":42.9}""")),
            Record("order", "W-10002", Order("W-10002", "pending", """{"item_id":"2-1","product_id":"P-2","variant_id":"P-2-1","name":"Fjell wool throw","options":{"colour":"sand"},"quantity":1,"price":68}""")),
            Record("order", "W-10003", Order("W-10003", "delivered", """{"item_id":"3-1","product_id":"P-2","variant_id":"P-2-1","name":"Fjell wool throw","options":{"colour":"sand"},"quantity":1,"price":68},{"item_id":"3-2","product_id":"P-3","variant_id":"P-3-1","name":"Onda glass vase","options":{"size":"small"},"quantity":1,"price":31.9}""")),
            Record("product", "P-1", Product("P-1", "finish", ("brass", true), ("black", true), ("white", false))),
            Record("product", "P-2", Product("P-2", "colour", ("sand", true), ("moss", true), ("rust", true))),
            Record("product", "P-3", Product("P-3", "size", ("small", true), ("large", true))),
        ]);
    }

    public static async Task<DeskRecords> OpenAsync() => new(await PackDesk.LoadedAsync("service-desk"));

    public Plan Plan(string message)
    {
        var scan = IdentifierScan.Scan(_map, message);
        var reading = new MessageReader(_host.Get<PlaybookShelf>().Packs.Single().Playbooks, message, scan.Mentions, scan.Ranges).Read();
        return PlanVerification.Verify(Planner.Plan(reading, _records), message, _records);
    }

    public void Dispose() => _host.Dispose();

    private static string Order(string id, string status, string items) =>
        $$$"""{"order_id":"{{{id}}}","customer_id":"C-1","status":"{{{status}}}","total":99.9,"currency":"EUR","payment_id":"PAY-{{{id[2..]}}}","items":[{{{items}}}],"shipping_address":{"line1":"Molenweg 1","line2":"","city":"Utrecht","postcode":"3511 AB","country":"Netherlands"}}""";

    private static string Product(string id, string option, params (string Value, bool Available)[] variants) => new JsonObject
    {
        ["product_id"] = id,
        ["variants"] = new JsonArray([.. variants.Select((variant, index) => new JsonObject
        {
            ["variant_id"] = $"{id}-{index + 1}",
            ["options"] = new JsonObject { [option] = variant.Value },
            ["price"] = 10,
            ["available"] = variant.Available,
        })]),
    }.ToJsonString();

    private GatheredRecord Record(string entity, string id, string body) => new(
        _map.Entities[entity],
        new SystemRecord(new RecordRef("sandbox", _map.Entities[entity].Collection, id), "v1", DateTimeOffset.UnixEpoch, (JsonObject)JsonNode.Parse(body)!));
}
