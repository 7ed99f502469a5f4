using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Planning;

/// <summary>
/// From what a message asks and what the records say to recommended actions. Pure: it reads and writes nothing. It would rather ask than be
/// wrong: what was not understood, is conditional or contradicts itself is named, and nothing is proposed from it.
/// </summary>
public static class Planner
{
    /// <summary>What is said when no playbook has anything to say.</summary>
    public const string NothingFound = "No request that a playbook answers was found in the message.";

    public static Plan Plan(MessageReading message, CaseRecords records)
    {
        if (records.Customer is null)
        {
            return new Plan([], [], [.. message.Requests.Select(request => request.Playbook.Name).Distinct()]);
        }

        var planner = new RequestPlanner(message, records);
        var plans = message.Requests.Select(planner.Plan).ToList();
        var missing = plans.SelectMany(plan => plan.Questions).ToList();
        var unclear = message.Unclear.Concat(plans.SelectMany(plan => plan.Unclear)).Distinct().ToList();
        missing.AddRange(unclear.Select(text => $"Not understood: “{text}”."));

        // "But if you ask me, I change my mind and also want …" may take back what was said before it.
        var isConditional = message.Requests.Where((_, index) => plans[index].Questions.Count > 0)
            .Any(request => request.Tokens.Any(token => Vocabulary.Conditions.Contains(token.Word)));
        var actions = unclear.Count > 0 || isConditional ? [] : Merge([.. plans.SelectMany(plan => plan.Actions)], records, missing);
        actions = Part(actions, message, plans, missing);
        if (message.Requests.Count == 0 && unclear.Count == 0)
        {
            missing.Add(NothingFound);
        }

        return new Plan(Order(actions), [.. missing.Distinct()], Wants(message));
    }

    /// <summary>Requests of one kind for one record become one action, because such an action can often be made only once.</summary>
    private static List<PlannedAction> Merge(List<PlannedAction> actions, CaseRecords records, List<string> missing)
    {
        var merged = new List<PlannedAction>();
        foreach (var group in actions.GroupBy(action => (action.Situation.ActionType, action.Subject.Id)))
        {
            if (group.Count() == 1)
            {
                merged.Add(group.First());
                continue;
            }

            var (slots, sources) = (new JsonObject(), new JsonObject());
            var conflict = group.SelectMany(action => action.Slots.Select(slot => (slot, action))).Any(pair => !Join(slots, sources, pair.slot.Key, pair.action));
            if (conflict)
            {
                missing.Add($"The message asks for “{group.First().Playbook.Name}” of {group.Key.Id} more than once, and differently. Which is meant?");
            }
            else
            {
                merged.Add(ActionBuilder.Rebuild(group.First(), slots, sources, records.Customer));
            }
        }

        return merged;
    }

    /// <summary>Lists are joined; a value that only stands in for one not said gives way; two that differ are a conflict.</summary>
    private static bool Join(JsonObject slots, JsonObject sources, string name, PlannedAction action)
    {
        var value = action.Slots[name]!;
        var isSaid = action.SlotSources[name]?["from"]?.GetValue<string>() == "message";
        if (slots[name] is JsonArray list && value is JsonArray more)
        {
            foreach (var item in more.Where(item => !list.Any(known => JsonNode.DeepEquals(known, item))).ToList())
            {
                list.Add(item!.DeepClone());
            }

            return true;
        }

        var wasSaid = sources[name]?["from"]?.GetValue<string>() == "message";
        if (slots[name] is null || (isSaid && !wasSaid))
        {
            slots[name] = value.DeepClone();
            sources[name] = action.SlotSources[name]?.DeepClone();
            return true;
        }

        return !isSaid || JsonNode.DeepEquals(slots[name], value);
    }

    /// <summary>Takes out what cannot stand together: something final beside anything else, and what shares its record with an open question.</summary>
    private static List<PlannedAction> Part(List<PlannedAction> actions, MessageReading message, List<RequestPlan> plans, List<string> missing)
    {
        var kept = new List<PlannedAction>();
        var asked = message.Requests.Where((_, index) => plans[index].Questions.Count > 0).SelectMany(request => request.Mentions.Select(mention => mention.RecordId)).ToHashSet(StringComparer.Ordinal);
        foreach (var group in actions.GroupBy(action => action.Subject.Id))
        {
            if (group.Count() > 1 && group.Any(action => action.Playbook.IsFinal))
            {
                missing.Add($"The message asks for {string.Join(" and ", group.Select(action => $"“{action.Playbook.Name}”"))} of {group.Key}, which cannot both be done. Which is meant?");
            }
            else if (!asked.Contains(group.Key))
            {
                kept.AddRange(group);
            }
        }

        return kept;
    }

    /// <summary>Actions on one record follow each other by rank; each waits for the one before it.</summary>
    private static List<PlannedAction> Order(List<PlannedAction> actions)
    {
        var ordered = actions.GroupBy(action => action.Subject.Id).SelectMany(group => group.OrderBy(action => action.Playbook.Rank)).ToList();
        return [.. ordered.Select((action, index) => index > 0 && ordered[index - 1].Subject.Id == action.Subject.Id ? action with { DependsOn = index - 1 } : action)];
    }

    private static IReadOnlyList<string> Wants(MessageReading message) =>
        [.. message.Requests.Select(request => request.Playbook.Name).Distinct(), .. message.Questions.Select(question => $"An answer to “{question}”")];
}
