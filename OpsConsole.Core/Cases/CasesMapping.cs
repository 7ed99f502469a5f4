using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases.Importing;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Replying;

namespace OpsConsole.Core.Cases;

/// <summary>The tables of this feature. Indexes that serve only one list are in the script, each beside the reason for it.</summary>
internal static class CasesMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Case>(table =>
        {
            table.ToTable("cases");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Number).IsUnique();
            table.HasIndex(row => new { row.Source, row.ExternalId }).IsUnique();
            table.HasIndex(row => row.PrepareAt);
        });
        model.Entity<CaseMessage>(table =>
        {
            table.ToTable("case_messages");
            table.HasKey(row => row.Id);
            table.Ignore(row => row.FileNames);
            table.HasIndex(row => new { row.CaseId, row.At });
            table.HasIndex(row => row.MessageRef);
            table.HasIndex(row => row.ThreadRef);
        });
        model.Entity<ReplyDelivery>(table =>
        {
            table.ToTable("reply_deliveries");
            table.HasKey(row => row.MessageId);
            table.HasIndex(row => new { row.CaseId, row.Key }).IsUnique();
            table.HasIndex(row => row.DueAt);
        });
        model.Entity<IntakeRequest>(table =>
        {
            table.ToTable("intake_requests");
            table.HasKey(row => new { row.Source, row.Key });
        });
        model.Entity<CaseImport>(table =>
        {
            table.ToTable("case_imports");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.StartedAt);
        });
        model.Entity<CaseImportProblem>(table =>
        {
            table.ToTable("case_import_problems");
            table.HasKey(row => new { row.ImportId, row.Line });
        });
    }
}
