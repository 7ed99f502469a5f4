using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Operation;

/// <summary>The database answers and has every migration of this version.</summary>
public sealed class StorageIsReady(OpsDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var applied = await database.ReadAsync(
                db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM schema_history").SingleAsync(cancellationToken), cancellationToken);
            return applied == Migrator.All.Count ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{applied} of {Migrator.All.Count} migrations are applied.");
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", failure);
        }
    }
}
