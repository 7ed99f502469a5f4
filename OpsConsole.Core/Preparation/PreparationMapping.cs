using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Core.Preparation.Gathering;
using OpsConsole.Core.Preparation.Learning;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Core.Preparation.Suggesting;

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
        model.Entity<KeptRecords>(table =>
        {
            table.ToTable("preparation_records");
            table.HasKey(row => row.CaseId);
        });
        MapLearning(model);
        MapEvaluating(model);
    }

    private static void MapLearning(ModelBuilder model)
    {
        model.Entity<ClassifierVersion>(table =>
        {
            table.ToTable("classifier_versions");
            table.HasKey(row => row.Id);
            table.Ignore(row => row.Figures);
            table.Ignore(row => row.Before);
            table.HasIndex(row => new { row.PackId, row.Number }).IsUnique();
            table.HasIndex(row => row.PackId, "IX_classifier_versions_in_force").IsUnique().HasFilter("\"State\" = 'InForce'");
        });
        model.Entity<ClassifierWeights>(table =>
        {
            table.ToTable("classifier_weights");
            table.HasKey(row => row.VersionId);
        });
        model.Entity<Suggestion>(table =>
        {
            table.ToTable("learning_suggestions");
            table.HasKey(row => row.Id);
            table.Ignore(row => row.Tests);
            table.Ignore(row => row.Cases);
            table.HasIndex(row => row.Fingerprint).IsUnique();
        });
        model.Entity<PlaybookGuard>(table =>
        {
            table.ToTable("playbook_guards");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.ActionTypeId).HasFilter("\"IsInForce\" = 1");
        });
    }

    private static void MapEvaluating(ModelBuilder model)
    {
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
