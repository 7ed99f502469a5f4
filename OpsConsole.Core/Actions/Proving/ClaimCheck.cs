using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Proving;

/// <summary>
/// Checks what a proposer says about where its values come from. What is claimed and not found is not believed: the value then comes from
/// whoever proposes it. Only the playbooks' own preparation may say that a rule gives a value, and only a person is a person.
/// </summary>
internal sealed class ClaimCheck(CaseEvidence evidence, JsonObject claims, Actor proposer) : ParameterOrigins
{
    private const string FactPrefix = $"{Origin.Fact}:";

    internal override JsonObject Of(ActionType type, JsonObject parameters, ActionContext context) =>
        new(parameters.Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)Check(type, parameter.Key, parameter.Value, context))));

    private JsonObject Check(ActionType type, string name, JsonNode? value, ActionContext context)
    {
        var (from, phrase) = ProvenanceText.Of(claims, name);
        if (proposer.Kind == ActorKind.Person)
        {
            return new JsonObject { ["from"] = Origin.Person, ["phrase"] = proposer.Name };
        }

        var isOurs = proposer == Actor.Jobs;
        if (isOurs && from is Origin.Rule or "playbook")
        {
            return new JsonObject { ["from"] = Origin.Rule, ["phrase"] = phrase };
        }

        var claimed = ClaimedFact(from);
        var fact = evidence.FindFact(value, claimed);
        var supported = fact is not null ? $"{FactPrefix}{fact.Number}" : IsRead(type, name, value, context) ? Origin.Record : null;

        // A playbook reads "the lamp" as an item of an order: the words are the customer's, though the value stands in the record.
        var words = from is Origin.CustomerText or "message" || supported is null ? evidence.FindWords(value, phrase) : null;
        words ??= isOurs && from is "message" && phrase is not null ? evidence.FindPhrase(phrase) : null;
        return words is not null ? Said(words, supported)
            : supported is not null ? Supported(supported, phrase)
            : isOurs && from == Origin.Record ? (JsonObject)claims[name]!.DeepClone()
            : isOurs && claimed is not null ? Supported(Origin.Record, phrase)
            : new JsonObject { ["from"] = proposer == Actor.Model ? Origin.Model : Origin.Proposer, ["phrase"] = phrase };
    }

    /// <summary>Whether a record that was read for the action says so. A parameter that chose the record cannot be proved by it.</summary>
    private static bool IsRead(ActionType type, string name, JsonNode? value, ActionContext context)
    {
        var isChooser = type.Context.Any(read => read.Arguments.Values.Append(read.Id).Append(read.Each)
            .Any(expression => expression?.Contains($"parameters.{name}", StringComparison.Ordinal) == true));
        var scalars = CaseEvidence.Scalars(value).ToList();
        return !isChooser && scalars.Count > 0 && context.Records.SelectMany(record => CaseEvidence.Scalars(record.Body)).ToList() is var read
            && scalars.TrueForAll(scalar => read.Any(known => Same(known, scalar)));
    }

    private static bool Same(JsonValue known, JsonValue sought) => (known.GetValueKind(), sought.GetValueKind()) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => string.Equals(known.GetValue<string>(), sought.GetValue<string>(), StringComparison.OrdinalIgnoreCase),
        (JsonValueKind.Number, JsonValueKind.Number) => CaseEvidence.Number(known) is { } number && number == CaseEvidence.Number(sought),
        _ => false,
    };

    private static int? ClaimedFact(string from) =>
        from.StartsWith(FactPrefix, StringComparison.Ordinal) && int.TryParse(from.AsSpan(FactPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonObject Supported(string from, string? phrase) => new() { ["from"] = from, ["phrase"] = phrase };

    private static JsonObject Said(CustomerWords words, string? also)
    {
        var said = new JsonObject
        {
            ["from"] = Origin.CustomerText,
            ["phrase"] = words.Text,
            ["message"] = words.Message.ToString(),
            ["start"] = words.Start,
            ["end"] = words.End,
        };
        if (also is not null)
        {
            said["also"] = also;
        }

        return said;
    }
}
