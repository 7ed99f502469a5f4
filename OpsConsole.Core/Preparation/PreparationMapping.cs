using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Core.Preparation;

internal static class PreparationMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<LoadedPack>(table =>
        {
            table.ToTable("packs");
            table.HasKey(row => row.Id);
        });
        model.Entity<PreparationStage>(table =>
        {
            table.ToTable("preparation_stages");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.CaseId, row.Run, row.Number }).IsUnique();
        });
        model.Entity<EvaluationRun>(table =>
        {
            table.ToTable("evaluation_runs");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.StartedAt);
        });
        model.Entity<EvaluationClearance>(table =>
        {
            table.ToTable("evaluation_clearances");
            table.HasKey(row => row.Setup);
        });
        model.Entity<EvaluationResult>(table =>
        {
            table.ToTable("evaluation_results");
            table.HasKey(row => new { row.RunId, row.Number });
        });
    }
}
