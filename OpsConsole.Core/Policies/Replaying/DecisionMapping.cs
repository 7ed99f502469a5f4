using Microsoft.EntityFrameworkCore;

namespace OpsConsole.Core.Policies.Replaying;

internal static class DecisionMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DecisionRecord>(table =>
        {
            table.ToTable("policy_decisions");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.ActionTypeId, row.At, row.Id });
            table.HasIndex(row => new { row.At, row.Id });
            table.HasIndex(row => row.ActionId);
        });
        model.Entity<DecisionInput>(table =>
        {
            table.ToTable("policy_decision_inputs");
            table.HasKey(row => row.DecisionId);
            table.Property(row => row.DecisionId).ValueGeneratedNever();
        });
    }
}
