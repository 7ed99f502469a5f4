using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Slots;

namespace OpsConsole.Core.Preparation.Planning;

/// <summary>
/// Looks at a finished plan as a stranger would: every value of every parameter must stand in a record that was read, in the message, or in
/// the playbook itself. What does not is taken out and told.
/// </summary>
public static class PlanVerification
{
    public static Plan Verify(Plan plan, string message, CaseRecords records)
    {
        var known = new HashSet<string>(records.All.SelectMany(record => Scalars(record.Record.Body).Append(record.Id)), StringComparer.OrdinalIgnoreCase);
        var unsupported = plan.Actions.Select(action => (action, names: Unsupported(action, known, message))).Where(pair => pair.names.Count > 0).ToList();
        if (unsupported.Count == 0)
        {
            return plan;
        }

        // What depends on an action that falls away falls away with it.
        var subjects = unsupported.Select(pair => pair.action.Subject.Id).ToHashSet(StringComparer.Ordinal);
        var kept = plan.Actions.Where(action => !subjects.Contains(action.Subject.Id)).ToList();
        var moved = kept.Select(action => action.DependsOn is { } first ? action with { DependsOn = kept.IndexOf(plan.Actions[first]) } : action).ToList();
        var sentences = unsupported.Select(pair =>
            $"“{pair.action.Playbook.Name}” of {pair.action.Subject.Id} is not proposed: {string.Join(", ", pair.names)} stands neither in the message nor in a record.");
        return plan with { Actions = moved, Missing = [.. plan.Missing, .. sentences] };
    }

    private static List<string> Unsupported(PlannedAction action, HashSet<string> known, string message)
    {
        var constants = action.Playbook.Slots.Select(slot => slot.Reader).OfType<ChoiceReader>().SelectMany(choice => choice.Values)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. action.Parameters.Where(parameter => !IsComputed(action, parameter.Key) && Scalars(parameter.Value).Any(value =>
                value.Length > 0 && !known.Contains(value) && !constants.Contains(value) && !message.Contains(value, StringComparison.OrdinalIgnoreCase)))
            .Select(parameter => parameter.Key)];
    }

    /// <summary>A value that the playbook itself gives (a constant, a sum) is the playbook's to answer for, and is shown as such.</summary>
    private static bool IsComputed(PlannedAction action, string parameter) =>
        action.Provenance[parameter]?["from"]?.GetValue<string>() is "playbook" || action.Parameters[parameter]?.GetValueKind() is JsonValueKind.Number;

    private static IEnumerable<string> Scalars(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Scalars(member.Value).Append(member.Key)),
        JsonArray items => items.SelectMany(Scalars),
        null => [],
        _ => [JsonPath.Text(node)],
    };
}
