using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>The lease was taken over by another worker, or the case was closed: this run ends without another word.</summary>
public sealed class LeaseLostException() : Exception("The lease on the case was lost.");

/// <summary>Writes each stage when it has ended, as long as the lease holds.</summary>
public sealed class StageLog(OpsDatabase database, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task WriteAsync(PreparationRun run, StageName name, DateTimeOffset started, JsonNode inputs, StageResult result, CancellationToken cancellation)
    {
        await database.WriteAsync(
            async db =>
            {
                if (await PreparationLeases.FindAsync(db, run.Lease, cancellation) is null)
                {
                    throw new LeaseLostException();
                }

                var stage = new PreparationStage
                {
                    Id = Ids.New(clock),
                    CaseId = run.Case.Id,
                    Run = run.Number,
                    Number = (int)name + 1,
                    Name = name,
                    InputsJson = CanonicalJson.Write(inputs),
                    ResultJson = CanonicalJson.Write(result.Result),
                    Note = result.Note,
                    StartedAt = started,
                    EndedAt = clock.GetUtcNow(),
                    Outcome = result.Outcome,
                };
                stage.SameAsRun = await FindSameAsync(db, stage, cancellation);
                db.Add(stage);
                db.Announce("case", run.Case.Id);
            },
            cancellation);
        await Failpoint.PassAsync($"preparation.{name}");
    }

    private static async Task<int?> FindSameAsync(OpsDbContext db, PreparationStage stage, CancellationToken cancellation)
    {
        var earlier = await db.Set<PreparationStage>().AsNoTracking().Where(row => row.CaseId == stage.CaseId && row.Name == stage.Name && row.Run < stage.Run)
            .OrderByDescending(row => row.Run).FirstOrDefaultAsync(cancellation);
        return earlier is not null && earlier.InputsJson == stage.InputsJson && earlier.ResultJson == stage.ResultJson && earlier.Outcome == stage.Outcome
            ? earlier.SameAsRun ?? earlier.Run
            : null;
    }
}
