using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Preparation.Slots;

namespace OpsConsole.Core.Preparation.Demo;

/// <summary>Walks through numbered records of a system, newest first, each with what it is joined to, and gives out those that fit; none twice.</summary>
internal sealed class DemoRecords(IConnector connector, JsonObject scan)
{
    private readonly Dictionary<int, DemoView?> _views = [];
    private readonly HashSet<int> _given = [];
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);

    /// <summary>The first record not given out yet for which the condition holds, and whose customer has no demo case yet; null when none does.</summary>
    public async Task<JsonObject?> PickAsync(string condition, CancellationToken cancellation)
    {
        if (!FeelExpression.TryCompile(condition, out var expression, out _))
        {
            return null;
        }

        for (var number = scan["newest"]!.GetValue<int>(); number >= scan["oldest"]!.GetValue<int>(); number--)
        {
            if (_given.Contains(number) || await FindAsync(number, cancellation) is not { Values: var view } || expression.EvaluateBoolean(view) != true
                || !_people.Add(JsonPath.Text(JsonPath.First(view, "customer.email"))))
            {
                continue;
            }

            _given.Add(number);
            return view;
        }

        return null;
    }

    /// <summary>A numbered record with what it is joined to, and where each was read; null when there is none.</summary>
    public async Task<DemoView?> FindAsync(int number, CancellationToken cancellation)
    {
        if (_views.TryGetValue(number, out var known))
        {
            return known;
        }

        var collection = JsonPath.Text(scan["collection"]);
        var (alias, record) = (collection.TrimEnd('s'), new RecordRef(connector.SystemId, collection, $"{JsonPath.Text(scan["prefix"])}{number}"));
        if (await ReadAsync(record, cancellation) is not { } body)
        {
            return _views[number] = null;
        }

        var view = new DemoView(new JsonObject { [alias] = body }, new Dictionary<string, RecordRef>(StringComparer.Ordinal) { [alias] = record });
        foreach (var (name, join) in scan["joins"] as JsonObject ?? [])
        {
            var parts = JsonPath.Text(join).Split('/');
            var joined = new RecordRef(connector.SystemId, parts[0], JsonPath.Text(JsonPath.First(body, parts[^1])));
            view.Values[name] = await ReadAsync(joined, cancellation);
            view.Records[name] = joined;
        }

        return _views[number] = view;
    }

    private async Task<JsonObject?> ReadAsync(RecordRef record, CancellationToken cancellation) =>
        await connector.ReadRecordAsync(record, cancellation) is RecordResult.Found found ? (JsonObject)found.Record.Body.DeepClone() : null;
}

/// <summary>What demo texts see: alias → record, and where each was read.</summary>
internal sealed record DemoView(JsonObject Values, Dictionary<string, RecordRef> Records);
