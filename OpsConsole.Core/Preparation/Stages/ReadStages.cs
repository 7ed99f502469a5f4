using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>Reads how a case was prepared.</summary>
public sealed class ReadStages(OpsDatabase database)
{
    /// <summary>The stages of the newest run in their order; nothing for an actor who may not see cases.</summary>
    public async Task<IReadOnlyList<PreparationStage>> OfCaseAsync(Actor actor, Guid caseId, CancellationToken cancellation) =>
        actor.May(Permissions.CasesView)
            ? await database.ReadAsync(
                db => db.Set<PreparationStage>()
                    .Where(stage => stage.CaseId == caseId && stage.Run == db.Set<PreparationStage>().Where(other => other.CaseId == caseId).Max(other => other.Run))
                    .OrderBy(stage => stage.Number)
                    .ToListAsync(cancellation),
                cancellation)
            : [];
}
