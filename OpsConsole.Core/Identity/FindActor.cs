using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity;

/// <summary>Says who somebody is at this moment, with the roles held now. Null means that they may do nothing (any more).</summary>
public sealed class FindActor(OpsDatabase database, DemoOptions demo, TimeProvider clock)
{
    private static readonly TimeSpan LastUsedGrain = TimeSpan.FromMinutes(1);

    /// <param name="stamp">The security stamp at sign-in; it changes when the person is signed out everywhere.</param>
    public async Task<Actor?> OfPersonAsync(Guid id, string stamp, CancellationToken cancellation)
    {
        var person = await database.ReadAsync(db => db.Set<Person>().FirstOrDefaultAsync(row => row.Id == id, cancellation), cancellation);
        return person is { IsLocked: false } && person.SecurityStamp == stamp && (!person.IsDemo || demo.Enabled) ? ActorOf(person) : null;
    }

    /// <summary>The service whose unrevoked key this is; also notes that the key was used.</summary>
    public async Task<Actor?> OfKeyAsync(string key, CancellationToken cancellation)
    {
        var hash = SecretText.Hash(key);
        var found = await database.ReadAsync(
            db => db.Set<ApiKey>().Where(row => row.Hash == hash && row.RevokedAt == null)
                .Join(db.Set<ServiceIdentity>(), row => row.ServiceId, service => service.Id, (row, service) => new { Key = row, Service = service })
                .FirstOrDefaultAsync(cancellation),
            cancellation);
        if (found is null)
        {
            return null;
        }

        if (found.Key.LastUsedAt is not { } last || clock.GetUtcNow() - last > LastUsedGrain)
        {
            await NoteUseAsync(found.Key.Id, cancellation);
        }

        return new Actor(ActorKind.Service, found.Service.Id.ToString(), found.Service.Name, found.Service.Roles);
    }

    internal static Actor ActorOf(Person person) => new(ActorKind.Person, person.Id.ToString(), person.Name, person.Roles);

    private Task<int> NoteUseAsync(Guid keyId, CancellationToken cancellation) => database.WriteAsync(
        db => db.Set<ApiKey>().Where(row => row.Id == keyId)
            .ExecuteUpdateAsync(row => row.SetProperty(key => key.LastUsedAt, clock.GetUtcNow()), cancellation),
        cancellation);
}
