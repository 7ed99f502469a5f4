using Microsoft.EntityFrameworkCore;

namespace OpsConsole.Core.Identity;

internal static class IdentityMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Person>(table =>
        {
            table.ToTable("people");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.NormalizedUserName).IsUnique();
            table.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            table.Ignore(row => row.EmailConfirmed);
            table.Ignore(row => row.PhoneNumber);
            table.Ignore(row => row.PhoneNumberConfirmed);
            table.Ignore(row => row.TwoFactorEnabled);
        });
        model.Entity<OneTimeCode>(table =>
        {
            table.ToTable("one_time_codes");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Hash).IsUnique();
        });
        model.Entity<ServiceIdentity>(table =>
        {
            table.ToTable("service_identities");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Name).IsUnique();
        });
        model.Entity<ApiKey>(table =>
        {
            table.ToTable("api_keys");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Hash).IsUnique();
            table.HasIndex(row => row.ServiceId);
        });
    }
}
