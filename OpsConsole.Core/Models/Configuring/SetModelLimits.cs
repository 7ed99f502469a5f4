using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Models.Configuring;

/// <summary>Sets what a case and a day may use, in tokens and in money.</summary>
public sealed class SetModelLimits(ModelChange change, TimeProvider clock)
{
    private const long Most = 1_000_000_000_000_000;
    private const long LeastKept = 1024 * 1024;

    public async Task<ModelsOutcome> SetAsync(Actor actor, ModelLimits wanted, CancellationToken cancellation)
    {
        var faults = Faults(wanted).ToList();
        if (faults.Count > 0 && actor.May(Permissions.ModelsConfigure))
        {
            return new ModelsOutcome.Invalid(faults);
        }

        var limits = new ModelLimits
        {
            CaseTokens = wanted.CaseTokens, DayTokens = wanted.DayTokens, CaseCost = wanted.CaseCost, DayCost = wanted.DayCost,
            Currency = wanted.Currency, MostExchangeBytes = wanted.MostExchangeBytes, ChangedAt = clock.GetUtcNow(), ChangedBy = actor.Name,
        };
        var details = new JsonObject
        {
            ["caseTokens"] = limits.CaseTokens, ["dayTokens"] = limits.DayTokens, ["caseCost"] = limits.CaseCost, ["dayCost"] = limits.DayCost,
            ["currency"] = limits.Currency, ["mostExchangeBytes"] = limits.MostExchangeBytes,
        };
        return await change.ApplyAsync(
            actor, "model.limits-set", "model-limits", details,
            async db =>
            {
                if (await db.Set<ModelLimits>().AnyAsync(cancellation))
                {
                    db.Update(limits);
                }
                else
                {
                    db.Add(limits);
                }

                return true;
            },
            cancellation);
    }

    private static IEnumerable<string> Faults(ModelLimits wanted)
    {
        if (new[] { wanted.CaseTokens, wanted.DayTokens, wanted.CaseCost, wanted.DayCost }.Any(limit => limit is < 0 or > Most))
        {
            yield return "A budget must not be negative or beyond all measure.";
        }

        if (wanted.Currency.Length != 3 || !wanted.Currency.All(char.IsAsciiLetterUpper))
        {
            yield return "The currency must have three capital letters, such as EUR.";
        }

        if (wanted.MostExchangeBytes < LeastKept)
        {
            yield return "At least 1 MB of questions and answers must be kept.";
        }
    }
}
