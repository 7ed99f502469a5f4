using System.Text.Json.Nodes;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Preparation.Slots;

namespace OpsConsole.Core.Preparation.Identifying;

/// <summary>Whose case it is.</summary>
public abstract record Identification
{
    private Identification()
    {
    }

    /// <param name="By">The identifiers that agree, such as "E-mail address".</param>
    public sealed record Found(string CustomerId, IReadOnlyList<string> By) : Identification;

    /// <param name="Question">What to ask; nobody is guessed.</param>
    public sealed record Asks(string Question) : Identification;

    /// <summary>A system did not answer.</summary>
    public sealed record Unavailable(string Reason) : Identification;
}

/// <summary>Looks the customer up by every clue of a text; all that find somebody must find the same.</summary>
public sealed class IdentifyCustomer(IConnectorDirectory connectors)
{
    public async Task<Identification> FindAsync(PackMap map, MapEntity customer, IReadOnlyList<LookUpClue> clues, CancellationToken cancellation)
    {
        var found = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var clue in clues.Where(clue => clue.Identifier.Entity == customer.Id))
        {
            var ids = await LookUpAsync(map.Entities[clue.Identifier.Entity].System, clue, cancellation);
            if (ids is null)
            {
                return new Identification.Unavailable($"{map.Entities[clue.Identifier.Entity].System} did not answer.");
            }

            if (ids.Count > 0)
            {
                found.TryAdd(clue.Identifier.Name, new HashSet<string>(StringComparer.Ordinal));
                found[clue.Identifier.Name].UnionWith(ids);
            }
        }

        if (found.Count == 0)
        {
            return new Identification.Asks(clues.Count == 0
                ? "Who is the customer? The message gives nothing to look a customer up by."
                : "Who is the customer? Nobody is on record with what the message gives.");
        }

        var common = found.Values.Aggregate<IEnumerable<string>>((left, right) => left.Intersect(right)).ToList();
        return common.Count switch
        {
            1 => new Identification.Found(common[0], [.. found.Keys]),
            0 => new Identification.Asks($"Who is the customer? {string.Join(" and ", found.Keys)} belong to different people."),
            _ => new Identification.Asks($"Who is the customer? {string.Join(" and ", found.Keys)} fit {common.Count} people: {string.Join(", ", common)}."),
        };
    }

    /// <summary>The ids that the look-up gives; none when the system says that there is nobody; null when it did not answer.</summary>
    private async Task<IReadOnlyList<string>?> LookUpAsync(string system, LookUpClue clue, CancellationToken cancellation)
    {
        if (await connectors.FindAsync(system, cancellation) is not { } connector)
        {
            return null;
        }

        var lookUp = clue.Identifier.LookUp!;
        var arguments = new JsonObject(lookUp.Arguments.Select(argument =>
            KeyValuePair.Create(argument.Key, (JsonNode?)JsonValue.Create(Fill(argument.Value, clue.Groups)))));
        return await connector.InvokeAsync(new ConnectorCall(lookUp.Operation, arguments, null), cancellation) switch
        {
            ConnectorResult.Done done => [.. JsonPath.All(done.Body, lookUp.Ids).Select(JsonPath.Text).Where(id => id.Length > 0)],
            ConnectorResult.Refused => [],
            _ => null,
        };
    }

    /// <summary>An argument is the name of a group, or a text with groups in braces, such as <c>{first_name} {last_name}</c>.</summary>
    private static string Fill(string argument, IReadOnlyDictionary<string, string> groups) =>
        groups.TryGetValue(argument, out var value) ? value : groups.Aggregate(argument, (text, group) => text.Replace("{" + group.Key + "}", group.Value, StringComparison.Ordinal));
}
