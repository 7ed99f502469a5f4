using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Connectors;

/// <summary>The secrets of systems: encrypted in storage, decrypted for the one call that needs them, never given to a screen or a log.</summary>
public sealed class SystemSecrets(OpsDatabase database, IDataProtectionProvider protection)
{
    /// <summary>The secret of a system; null when there is none, or when the keys that encrypted it are gone.</summary>
    internal async Task<string?> ReadAsync(string systemId, CancellationToken cancellation)
    {
        var stored = await database.ReadAsync(db => db.Set<SystemSecret>().FirstOrDefaultAsync(row => row.SystemId == systemId, cancellation), cancellation);
        try
        {
            return stored is null ? null : Protector(systemId).Unprotect(stored.Protected);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The secret for storage; bound to its system, so that a row moved to another system is worth nothing.</summary>
    internal string Protect(string systemId, string secret) => Protector(systemId).Protect(secret);

    private IDataProtector Protector(string systemId) => protection.CreateProtector("OpsConsole.Connectors.Secret", systemId);
}
