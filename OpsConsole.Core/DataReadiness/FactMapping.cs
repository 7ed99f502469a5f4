using Microsoft.EntityFrameworkCore;

namespace OpsConsole.Core.DataReadiness;

internal static class FactMapping
{
    public static void Map(ModelBuilder model) => model.Entity<Fact>(table =>
    {
        table.ToTable("facts");
        table.HasKey(row => row.Id);
        table.Ignore(row => row.Value);
        table.HasIndex(row => new { row.CaseId, row.Number }).IsUnique();
    });
}
