using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Models.Configuring;

/// <summary>Says where cases of one type may be sent.</summary>
public sealed class SetModelAllowance(ModelChange change)
{
    /// <param name="providers">Names of providers; with <paramref name="regions"/> null too, the type may be sent to every provider again.</param>
    public Task<ModelsOutcome> SetAsync(Actor actor, string caseType, IReadOnlyList<string>? providers, IReadOnlyList<string>? regions, CancellationToken cancellation)
    {
        var isLimited = providers is not null || regions is not null;
        var allowance = new ModelAllowance { CaseType = caseType, ProvidersJson = JsonSerializer.Serialize(providers ?? []), RegionsJson = JsonSerializer.Serialize(regions ?? []) };
        var details = new JsonObject
        {
            ["everywhere"] = !isLimited, ["providers"] = JsonNode.Parse(allowance.ProvidersJson), ["regions"] = JsonNode.Parse(allowance.RegionsJson),
        };
        return change.ApplyAsync(
            actor, "model.allowance-set", $"case-type/{caseType}", details,
            async db =>
            {
                await db.Set<ModelAllowance>().Where(row => row.CaseType == caseType).ExecuteDeleteAsync(cancellation);
                if (isLimited)
                {
                    db.Add(allowance);
                }

                return true;
            },
            cancellation);
    }
}
