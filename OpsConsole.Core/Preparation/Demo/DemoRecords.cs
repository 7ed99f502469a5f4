using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Preparation.Slots;

namespace OpsConsole.Core.Preparation.Demo;

/// <summary>Walks through numbered records of a system, newest first, each with what it is joined to, and gives out those that fit; none twice.</summary>
internal sealed class DemoRecords(IConnector connector, JsonObject scan)
{
    private readonly Dictionary<int, JsonObject?> _views = [];
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
            if (_given.Contains(number) || await ViewAsync(number, cancellation) is not { } view || expression.EvaluateBoolean(view) != true
                || !_people.Add(JsonPath.Text(JsonPath.First(view, "customer.email"))))
            {
                continue;
            }

            _given.Add(number);
            return view;
        }

        return null;
    }

    private async Task<JsonObject?> ViewAsync(int number, CancellationToken cancellation)
    {
        if (_views.TryGetValue(number, out var known))
        {
            return known;
        }

        var collection = JsonPath.Text(scan["collection"]);
        var view = await ReadAsync(collection, $"{JsonPath.Text(scan["prefix"])}{number}", cancellation) is { } body ? new JsonObject { [collection.TrimEnd('s')] = body } : null;
        foreach (var (alias, join) in (view is null ? null : scan["joins"] as JsonObject) ?? [])
        {
            var parts = JsonPath.Text(join).Split('/');
            view![alias] = await ReadAsync(parts[0], JsonPath.Text(JsonPath.First(view[collection.TrimEnd('s')], parts[^1])), cancellation);
        }

        return _views[number] = view;
    }

    private async Task<JsonObject?> ReadAsync(string collection, string id, CancellationToken cancellation) =>
        await connector.ReadRecordAsync(new RecordRef(connector.SystemId, collection, id), cancellation) is RecordResult.Found found
            ? (JsonObject)found.Record.Body.DeepClone()
            : null;
}
