using Microsoft.EntityFrameworkCore;

namespace OpsConsole.Core.Policies.Authoring;

internal static class AuthoringMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PolicyDraft>(table =>
        {
            table.ToTable("policy_drafts");
            table.HasKey(row => row.Id);
            table.Ignore(row => row.Document);
            table.Ignore(row => row.Editors);
            table.HasIndex(row => new { row.PolicyId, row.State });
        });
        model.Entity<PolicyRetirement>(table =>
        {
            table.ToTable("policy_retirements");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.PolicyId).IsUnique().HasFilter("\"State\" = 'Asked'");
        });
    }
}
