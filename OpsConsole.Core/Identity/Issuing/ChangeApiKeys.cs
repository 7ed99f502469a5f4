using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Core.Identity.Issuing;

/// <summary>Issues keys, each answered once, and revokes them. A service may have several, so that one can be replaced without a gap.</summary>
public sealed class ChangeApiKeys(OpsDatabase database, IIdentityJournal journal, TimeProvider clock)
{
    public Task<PeopleOutcome> IssueAsync(Actor actor, Guid serviceId, CancellationToken cancellation) => database.WriteAsync<PeopleOutcome>(
        async db =>
        {
            if (await RefusalAsync(db, actor, "service.key-issued", serviceId, cancellation) is { } refusal)
            {
                return refusal;
            }

            if (!await db.Set<ServiceIdentity>().AnyAsync(row => row.Id == serviceId, cancellation))
            {
                return new PeopleOutcome.NotFound();
            }

            var secret = SecretText.New("ops");
            var key = new ApiKey
            {
                Id = Ids.New(clock),
                ServiceId = serviceId,
                Prefix = secret[..SecretText.ShownPrefix],
                Hash = SecretText.Hash(secret),
                CreatedAt = clock.GetUtcNow(),
            };
            db.Add(key);
            await RecordAsync(db, actor, "service.key-issued", key, cancellation);
            return new PeopleOutcome.DoneWithSecret(key.Id, secret);
        },
        cancellation);

    public Task<PeopleOutcome> RevokeAsync(Actor actor, Guid keyId, CancellationToken cancellation) => database.WriteAsync<PeopleOutcome>(
        async db =>
        {
            var key = await db.Set<ApiKey>().FirstOrDefaultAsync(row => row.Id == keyId && row.RevokedAt == null, cancellation);
            if (await RefusalAsync(db, actor, "service.key-revoked", key?.ServiceId ?? keyId, cancellation) is { } refusal)
            {
                return refusal;
            }

            if (key is null)
            {
                return new PeopleOutcome.NotFound();
            }

            key.RevokedAt = clock.GetUtcNow();
            await RecordAsync(db, actor, "service.key-revoked", key, cancellation);
            return new PeopleOutcome.Done(key.Id);
        },
        cancellation);

    private async Task<PeopleOutcome?> RefusalAsync(OpsDbContext db, Actor actor, string @event, Guid serviceId, CancellationToken cancellation)
    {
        if (actor.May(Permissions.PeopleChange))
        {
            return null;
        }

        await journal.RecordAsync(db, IdentityEvent.Refusal(actor, @event, $"service/{serviceId}", Permissions.PeopleChange), cancellation);
        return new PeopleOutcome.Forbidden(new NotAllowed(Permissions.PeopleChange));
    }

    private async Task RecordAsync(OpsDbContext db, Actor actor, string @event, ApiKey key, CancellationToken cancellation)
    {
        var details = new JsonObject { ["key"] = key.Prefix };
        await journal.RecordAsync(db, new IdentityEvent(actor, @event, $"service/{key.ServiceId}", "ok", details), cancellation);
        db.Announce("person", key.ServiceId);
    }
}
