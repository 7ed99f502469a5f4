using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>"How this was prepared": the stages of the newest run, and how many runs there were.</summary>
public sealed record PreparationView(int Run, IReadOnlyList<PreparationStage> Stages);

/// <summary>Reads the stages of a case's preparation.</summary>
public sealed class ReadPreparation(OpsDatabase database)
{
    /// <summary>Null when nothing was prepared yet, or the actor may not see the case.</summary>
    public async Task<PreparationView?> ReadAsync(Actor actor, Guid caseId, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.CasesView))
        {
            return null;
        }

        var stages = await database.ReadAsync(
            db => db.Set<PreparationStage>()
                .Where(stage => stage.CaseId == caseId && stage.Run == db.Set<PreparationStage>().Where(other => other.CaseId == caseId).Max(other => other.Run))
                .OrderBy(stage => stage.Number).ToListAsync(cancellation),
            cancellation);
        return stages.Count == 0 ? null : new PreparationView(stages[0].Run, stages);
    }
}
