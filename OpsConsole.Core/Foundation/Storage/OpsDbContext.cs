using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OpsConsole.Core.Foundation.Live;

namespace OpsConsole.Core.Foundation.Storage;

/// <summary>One feature's tables; registered by the feature, beside the types that it maps.</summary>
public delegate void ModelPart(ModelBuilder model);

/// <summary>The one database. Use <see cref="OpsDatabase"/>, which opens a short-lived context for each promise.</summary>
public sealed class OpsDbContext(DbContextOptions<OpsDbContext> options, IEnumerable<ModelPart> parts) : DbContext(options)
{
    private readonly List<Change> _announced = [];

    /// <summary>What will be published once this context's transaction has been committed.</summary>
    internal IReadOnlyList<Change> Announced => _announced;

    /// <summary>Publishes a change after the commit, and not at all if there is none.</summary>
    public void Announce(string topic, object key) => _announced.Add(new Change(topic, key.ToString() ?? ""));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var part in parts)
        {
            part(modelBuilder);
        }
    }

    /// <summary>Times are stored as Unix microseconds in UTC, so that both databases sort them.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMicroseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private sealed class UnixMicroseconds() : ValueConverter<DateTimeOffset, long>(
        time => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        stored => new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + stored * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero));
}
