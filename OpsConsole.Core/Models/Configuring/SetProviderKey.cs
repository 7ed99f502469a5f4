using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Models.Configuring;

/// <summary>Puts a provider's key in the place of the one before. It goes in and never comes out.</summary>
public sealed class SetProviderKey(ModelChange change, ModelSettings settings, TimeProvider clock)
{
    private const int LongestKey = 4096;

    public async Task<ModelsOutcome> SetAsync(Actor actor, string provider, string key, CancellationToken cancellation)
    {
        var trimmed = key.Trim();
        if (trimmed.Length is 0 or > LongestKey || trimmed.Any(letter => char.IsControl(letter) || letter > '~'))
        {
            return new ModelsOutcome.Invalid([trimmed.Length == 0 ? "The key was empty. Paste it again." : "This is no key: it holds characters that no request can carry, or is far too long. Paste it again."]);
        }

        return await change.ApplyAsync(actor, "model.key-set", SaveProvider.Subject(provider), new JsonObject(), db => SaveAsync(db, actor, provider, trimmed, cancellation), cancellation);
    }

    private async Task<bool> SaveAsync(OpsDbContext db, Actor actor, string provider, string key, CancellationToken cancellation)
    {
        if (await db.Set<ModelProvider>().AsTracking().FirstOrDefaultAsync(row => row.Name == provider, cancellation) is not { } holder)
        {
            return false;
        }

        // Clients in memory hold the key of the version that they were made for.
        holder.Version++;
        var encrypted = settings.Protect(provider, key);
        if (await db.Set<ModelKey>().AsTracking().FirstOrDefaultAsync(row => row.Provider == provider, cancellation) is not { } known)
        {
            db.Add(new ModelKey { Provider = provider, Protected = encrypted, SetAt = clock.GetUtcNow(), SetBy = actor.Name });
            return true;
        }

        (known.Protected, known.SetAt, known.SetBy) = (encrypted, clock.GetUtcNow(), actor.Name);
        return true;
    }
}
