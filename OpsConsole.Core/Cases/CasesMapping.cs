using Microsoft.EntityFrameworkCore;

namespace OpsConsole.Core.Cases;

internal static class CasesMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Case>(table =>
        {
            table.ToTable("cases");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Number).IsUnique();
        });
        model.Entity<CaseMessage>(table =>
        {
            table.ToTable("case_messages");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.CaseId, row.At });
        });
    }
}
