using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Models.Spending;

namespace OpsConsole.Core.Models;

internal static class ModelsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ModelProvider>(table =>
        {
            table.ToTable("model_providers");
            table.HasKey(row => row.Name);
        });
        model.Entity<ModelKey>(table =>
        {
            table.ToTable("model_keys");
            table.HasKey(row => row.Provider);
        });
        model.Entity<ModelLimits>(table =>
        {
            table.ToTable("model_limits");
            table.HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<ModelAllowance>(table =>
        {
            table.ToTable("model_allowances");
            table.HasKey(row => row.CaseType);
            table.Ignore(row => row.Providers);
            table.Ignore(row => row.Regions);
        });
        model.Entity<ModelUse>(table =>
        {
            table.ToTable("model_use");
            table.HasKey(row => row.Scope);
        });
        model.Entity<ModelExchange>(table =>
        {
            table.ToTable("model_exchanges");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.CaseId, row.Id });
        });
    }
}
