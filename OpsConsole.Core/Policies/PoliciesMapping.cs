using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Policies;

internal static class PoliciesMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PolicyVersion>(table =>
        {
            table.ToTable("policy_versions");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.PolicyId, row.Version }).IsUnique();
        });
        AuthoringMapping.Map(model);
        DecisionMapping.Map(model);
    }
}
