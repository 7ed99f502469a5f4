using System.Text.Json.Nodes;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Cases;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Preparation.Gathering;
using OpsConsole.Core.Preparation.Planning;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>Whether what was read can be relied on: complete as the map declares it, and undisputed by the message.</summary>
internal sealed record DataCheck(CaseReadiness Readiness, IReadOnlyList<string> Faults)
{
    public static DataCheck Check(PackMap map, IReadOnlyList<Fact> facts, CaseRecords records)
    {
        if (records.Customer is null)
        {
            return new DataCheck(CaseReadiness.BelowBar, ["The customer is not known."]);
        }

        var faults = new List<string>();
        foreach (var record in records.All)
        {
            faults.AddRange(record.Entity.Facts
                .Where(declared => map.IsAuthority(record.Entity.System, $"{record.Entity.Id}.{declared.Attribute}")
                    && !facts.Any(fact => fact.Record == record.Record.Ref.ToString() && fact.Attribute == $"{record.Entity.Id}.{declared.Attribute}"))
                .Select(declared => $"{record.Entity.Name} {record.Id} has no {declared.Label.ToLowerInvariant()}."));
        }

        faults.AddRange(
            from said in facts.Where(fact => fact.Source == FactSheet.FromMessage)
            let known = facts.Where(fact => fact.Attribute == said.Attribute && fact.Source != FactSheet.FromMessage).ToList()
            where known.Count > 0 && !known.Any(fact => string.Equals(fact.Display, said.Display, StringComparison.OrdinalIgnoreCase))
            select $"The message says {said.Display} [{said.Number}], the record {known[0].Display} [{known[0].Number}].");
        return new DataCheck(faults.Count == 0 ? CaseReadiness.Ready : CaseReadiness.Degraded, faults);
    }

    public StageResult ToStage() => new(
        Readiness == CaseReadiness.BelowBar ? StageOutcome.Asks : StageOutcome.Done,
        new JsonObject { ["readiness"] = Readiness.ToString(), ["faults"] = new JsonArray([.. Faults.Select(fault => JsonValue.Create(fault))]) },
        Faults.Count == 0 ? "Complete and read just now." : string.Join(" ", Faults.Take(3)));
}
