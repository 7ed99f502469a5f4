using Microsoft.EntityFrameworkCore;

namespace OpsConsole.Core.Actions;

internal static class ActionsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ProposedAction>(table =>
        {
            table.ToTable("actions");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.CaseId, row.Number }).IsUnique();
            table.HasIndex(row => new { row.State, row.DueAt });
        });
        model.Entity<ActionDecision>(table =>
        {
            table.ToTable("action_decisions");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.ActionId);
        });
        model.Entity<ActionRun>(table =>
        {
            table.ToTable("action_runs");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.ActionId, row.Attempt }).IsUnique();
        });
    }
}
