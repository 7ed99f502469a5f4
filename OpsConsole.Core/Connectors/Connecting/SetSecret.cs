using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Connecting;

/// <summary>How the setting of a secret ended.</summary>
public abstract record SecretOutcome
{
    private SecretOutcome()
    {
    }

    public sealed record Kept : SecretOutcome;

    public sealed record Empty : SecretOutcome;

    public sealed record UnknownSystem : SecretOutcome;

    public sealed record Forbidden(NotAllowed Lacking) : SecretOutcome;
}

/// <summary>Puts a system's secret in the place of the one before. It goes in and never comes out.</summary>
public sealed class SetSecret(SystemChange change, OpsDatabase database, SystemSecrets secrets, TimeProvider clock)
{
    public async Task<SecretOutcome> SetAsync(Actor actor, string systemId, string secret, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(secret))
        {
            return new SecretOutcome.Empty();
        }

        if (!await database.ReadAsync(db => db.Set<ConnectedSystem>().AnyAsync(row => row.Id == systemId, cancellation), cancellation))
        {
            return new SecretOutcome.UnknownSystem();
        }

        var lacking = await change.ApplyAsync(actor, systemId, "system.secret-set", new JsonObject(), db => SaveAsync(db, actor, systemId, secret.Trim(), cancellation), cancellation);
        return lacking is null ? new SecretOutcome.Kept() : new SecretOutcome.Forbidden(lacking);
    }

    private async Task SaveAsync(OpsDbContext db, Actor actor, string systemId, string secret, CancellationToken cancellation)
    {
        var encrypted = secrets.Protect(systemId, secret);
        var known = await db.Set<SystemSecret>().AsTracking().FirstOrDefaultAsync(row => row.SystemId == systemId, cancellation);
        if (known is null)
        {
            db.Add(new SystemSecret { SystemId = systemId, Protected = encrypted, SetAt = clock.GetUtcNow(), SetBy = actor.Name });
            return;
        }

        known.Protected = encrypted;
        known.SetAt = clock.GetUtcNow();
        known.SetBy = actor.Name;
    }
}
