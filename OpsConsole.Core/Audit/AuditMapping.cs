using Microsoft.EntityFrameworkCore;

namespace OpsConsole.Core.Audit;

internal static class AuditMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AuditRecord>(table =>
        {
            table.ToTable("audit_log");
            table.HasKey(row => row.Sequence);
            table.Property(row => row.Sequence).ValueGeneratedNever();
            table.Property(row => row.Hash);
            table.HasIndex(row => row.At);
            table.HasIndex(row => new { row.ActorId, row.Sequence });
            table.HasIndex(row => new { row.CaseId, row.Sequence });
            table.HasIndex(row => new { row.Event, row.Sequence });
            table.HasIndex(row => new { row.Subject, row.Sequence });
        });
        model.Entity<AuditHead>(table =>
        {
            table.ToTable("audit_head");
            table.HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
