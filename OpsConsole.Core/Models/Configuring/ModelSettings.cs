using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Models.Configuring;

/// <summary>What is configured, kept in memory until it changes, so that asking whether a model can be asked costs nothing.</summary>
public sealed class ModelSettings(IDbContextFactory<OpsDbContext> contexts, IDataProtectionProvider protection)
{
    private ModelSetup? _current;

    /// <summary>Read at first use and after each change: five small tables, in one synchronous read, because the question is asked where nothing can wait.</summary>
    internal ModelSetup Current => _current ??= Read();

    /// <summary>The providers that are switched on, by name, in the order in which they are asked.</summary>
    public IReadOnlyList<string> SwitchedOn => [.. Current.Providers.Where(provider => provider.IsOn).Select(provider => provider.Name)];

    internal void Forget() => _current = null;

    /// <summary>The key for storage; bound to its provider, so that a row moved to another one is worth nothing.</summary>
    internal string Protect(string provider, string key) => Protector(provider).Protect(key);

    /// <summary>The key of a provider; null when there is none, or when the keys that encrypted it are gone.</summary>
    internal string? FindKey(string provider)
    {
        try
        {
            return Current.Keys.TryGetValue(provider, out var stored) ? Protector(provider).Unprotect(stored.Protected) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string provider) => protection.CreateProtector("OpsConsole.Models.Key", provider);

    private ModelSetup Read()
    {
        using var db = contexts.CreateDbContext();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return new ModelSetup(
            [.. db.Set<ModelProvider>().OrderBy(row => row.Position).ThenBy(row => row.Name)],
            db.Set<ModelKey>().ToDictionary(row => row.Provider, StringComparer.Ordinal),
            db.Set<ModelAllowance>().ToDictionary(row => row.CaseType, StringComparer.Ordinal),
            db.Set<ModelLimits>().SingleOrDefault() ?? new ModelLimits());
    }
}
