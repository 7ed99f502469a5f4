using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>What the expressions of a policy may name: the action, its parameters, the case, and the records that its action types read, with the fields that the map knows of them.</summary>
public static class PolicyWords
{
    private static readonly CompletionWord[] Always =
    [
        new("action.amount", "money at stake"), new("action.currency", "of the money at stake"), new("action.id", "the action type"), new("action.system", "the system that it changes"),
        new("action.operation", "the operation there"), new("action.reversibility", "whether it can be undone"), new("case.type", "the case type"), new("case.channel", "how the customer wrote"),
        new("case.customer", "the customer's name"), new("case.customer_id", "the customer"), new("case.number", "the case's number"), new("proposer.kind", "playbook, model, person or service"), new("proposer.id", "who proposed it"),
        new("case.scope", "action types that the case is about; null for all"), new(Origin.UntrustedName, "parameters that no fact and no rule speaks for"),
    ];

    public static IReadOnlyList<CompletionWord> Of(PolicyDocument document, IActionTypes types, LivingMap map)
    {
        var governed = document.ActionTypes.Contains(Policy.AllActionTypes) ? types.All : [.. document.ActionTypes.Select(id => types.Find(id)).OfType<ActionType>()];
        return
        [
            .. document.Given.Select(given => new CompletionWord(given.Name, "input of the model"))
                .Concat(governed.SelectMany(Parameters)).Concat(governed.SelectMany(Origins)).Concat(governed.SelectMany(type => Records(type, map))).Concat(Always).DistinctBy(word => word.Text),
        ];
    }

    private static IEnumerable<CompletionWord> Parameters(ActionType type) =>
        (type.Parameters["properties"] as JsonObject ?? []).Select(property => new CompletionWord($"parameters.{property.Key}", (property.Value as JsonObject)?["title"]?.ToString() ?? "parameter"));

    private static IEnumerable<CompletionWord> Origins(ActionType type) =>
        (type.Parameters["properties"] as JsonObject ?? []).Select(property => new CompletionWord($"{Origin.InputName} of {property.Key}", "where it comes from: fact, customer text, rule, person, model, proposer"));

    private static IEnumerable<CompletionWord> Records(ActionType type, LivingMap map)
    {
        foreach (var read in type.Context)
        {
            yield return new CompletionWord(read.Alias, read.Each is null ? "record that is read" : "records that are read");
            if (read.Collection is null || read.Each is not null)
            {
                continue;
            }

            var facts = map.Packs.Select(pack => pack.EntityOf(type.System, read.Collection)).OfType<MapEntity>().SelectMany(entity => entity.Facts);
            foreach (var fact in facts)
            {
                yield return new CompletionWord($"{read.Alias}.{fact.Value}", fact.Label);
            }
        }

        foreach (var (name, expression) in type.Material)
        {
            yield return new CompletionWord(expression, name.Replace('_', ' '));
        }
    }
}
