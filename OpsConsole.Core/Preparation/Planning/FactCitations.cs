using System.Text.Json.Nodes;
using OpsConsole.Core.DataReadiness;

namespace OpsConsole.Core.Preparation.Planning;

/// <summary>Puts the numeral of a fact in the place of "from this record", where a fact says the same.</summary>
internal static class FactCitations
{
    public static PlannedAction Cite(PlannedAction action, IReadOnlyList<Fact> facts)
    {
        var provenance = (JsonObject)action.Provenance.DeepClone();
        foreach (var (name, source) in action.Provenance)
        {
            if (source?["record"]?.GetValue<string>() is not { } record)
            {
                continue;
            }

            var value = action.Parameters[name];
            var fact = facts.FirstOrDefault(fact => fact.Record == record && JsonNode.DeepEquals(fact.Value, value)) ?? facts.FirstOrDefault(fact => fact.Record == record);
            provenance[name] = new JsonObject
            {
                ["from"] = fact is null ? "record" : $"fact:{fact.Number}",
                ["record"] = record,
                ["phrase"] = source["phrase"]?.DeepClone(),
            };
        }

        return action with { Provenance = provenance };
    }
}
