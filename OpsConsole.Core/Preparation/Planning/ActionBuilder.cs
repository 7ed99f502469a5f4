using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Planning;

/// <summary>Makes an action's parameters out of slots and records, and says for each where it comes from.</summary>
internal static class ActionBuilder
{
    public static PlannedAction Build(
        Playbook playbook, PlaybookSituation situation, GatheredRecord subject, JsonObject slots, JsonObject sources, JsonObject view)
    {
        var parameters = new JsonObject();
        var provenance = new JsonObject();
        var input = Slim(view, playbook.Subject, slots);
        foreach (var (name, expression) in situation.Parameters)
        {
            if (PlaybookExpression.Value(expression, input) is not { } value)
            {
                continue;
            }

            parameters[name] = value.DeepClone();
            provenance[name] = Source(expression, playbook.Subject, subject, sources);
        }

        return new PlannedAction(playbook, situation, subject, (JsonObject)slots.DeepClone(), (JsonObject)sources.DeepClone(), parameters, provenance);
    }

    /// <summary>Builds it again after slots of several requests were put together.</summary>
    public static PlannedAction Rebuild(PlannedAction action, JsonObject slots, JsonObject sources, GatheredRecord? customer)
    {
        var view = new JsonObject { ["customer"] = customer?.Record.Body.DeepClone(), [action.Playbook.Subject] = action.Subject.Record.Body.DeepClone() };
        foreach (var (name, record) in new[] { ("customer", customer), (action.Playbook.Subject, action.Subject) })
        {
            if (view[name] is JsonObject body && record is not null)
            {
                body["_id"] = record.Id;
            }
        }

        return Build(action.Playbook, action.Situation, action.Subject, slots, sources, view);
    }

    private static JsonObject Slim(JsonObject view, string subject, JsonObject slots) => new()
    {
        ["customer"] = view["customer"]?.DeepClone(),
        [subject] = view[subject]?.DeepClone(),
        ["slots"] = slots.DeepClone(),
    };

    private static JsonObject Source(string expression, string subjectName, GatheredRecord subject, JsonObject sources)
    {
        var slot = sources.FirstOrDefault(source => expression.Contains($"slots.{source.Key}", StringComparison.Ordinal));
        if (slot.Value is JsonObject found)
        {
            return (JsonObject)found.DeepClone();
        }

        // A text that the playbook writes itself is the playbook's to answer for, whatever it quotes.
        return expression.Contains('"', StringComparison.Ordinal) ? new JsonObject { ["from"] = "playbook", ["phrase"] = expression }
            : expression.Contains($"{subjectName}.", StringComparison.Ordinal) || expression.Contains("customer.", StringComparison.Ordinal)
            ? new JsonObject { ["from"] = "record", ["record"] = subject.Record.Ref.ToString(), ["phrase"] = expression }
            : new JsonObject { ["from"] = "playbook", ["phrase"] = expression };
    }
}
