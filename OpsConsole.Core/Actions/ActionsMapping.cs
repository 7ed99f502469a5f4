using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Telling;

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
            table.HasIndex(row => new { row.State, row.ExpiresAt });
            table.HasIndex(row => row.DependsOn);
        });
        model.Entity<ActionTarget>(table =>
        {
            table.ToTable("action_targets");
            table.HasKey(row => new { row.ActionId, row.Target });
            table.HasIndex(row => row.Target).IsUnique().HasFilter("\"Held\" = 1");
        });
        model.Entity<ActionDecision>(table =>
        {
            table.ToTable("action_decisions");
            table.HasKey(row => row.Id);
            table.Ignore(row => row.Attachments);
            table.HasIndex(row => new { row.ActionId, row.Nonce, row.DeciderId }).IsUnique();
        });
        model.Entity<ActionNotice>(table =>
        {
            table.ToTable("action_notices");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Role, row.At });
        });
        model.Entity<NoticeRead>(table =>
        {
            table.ToTable("action_notices_read");
            table.HasKey(row => new { row.NoticeId, row.PersonId });
        });
        model.Entity<ActionRun>(table =>
        {
            table.ToTable("action_runs");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.ActionId, row.Attempt }).IsUnique();
        });
    }
}
