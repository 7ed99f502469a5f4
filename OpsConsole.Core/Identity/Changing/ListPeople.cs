using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity.Changing;

/// <summary>Whether a person can come in, and why not.</summary>
public enum PersonState
{
    /// <summary>Can sign in.</summary>
    Active,

    /// <summary>Has not chosen a password yet.</summary>
    Invited,

    /// <summary>Locked by an administrator.</summary>
    Locked,

    /// <summary>Locked for a while after wrong passwords.</summary>
    LockedOut,
}

/// <summary>A person as the list shows them.</summary>
public sealed record PersonRow(Guid Id, string Name, string Email, IReadOnlyList<string> Roles, PersonState State, DateTimeOffset? LastSignInAt, bool IsDemo);

/// <summary>A key as the list shows it: never the key itself.</summary>
public sealed record ApiKeyRow(Guid Id, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>A service identity with its keys, newest first.</summary>
public sealed record ServiceRow(Guid Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<ApiKeyRow> Keys);

/// <summary>Everyone who may come in, people and services.</summary>
public sealed record PeopleList(IReadOnlyList<PersonRow> People, IReadOnlyList<ServiceRow> Services);

/// <summary>Reads people and services for those who may see them; null for the others.</summary>
public sealed class ListPeople(OpsDatabase database, TimeProvider clock)
{
    public async Task<PeopleList?> FindAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.PeopleView))
        {
            return null;
        }

        return await database.ReadAsync(
            async db =>
            {
                var people = await db.Set<Person>().OrderBy(row => row.Name).ToListAsync(cancellation);
                var services = await db.Set<ServiceIdentity>().OrderBy(row => row.Name).ToListAsync(cancellation);
                var keys = (await db.Set<ApiKey>().OrderByDescending(row => row.CreatedAt).ToListAsync(cancellation)).ToLookup(row => row.ServiceId);
                return new PeopleList([.. people.Select(Row)], [.. services.Select(service => Row(service, keys[service.Id]))]);
            },
            cancellation);
    }

    private static ServiceRow Row(ServiceIdentity service, IEnumerable<ApiKey> keys) => new(
        service.Id,
        service.Name,
        service.Roles,
        [.. keys.Select(key => new ApiKeyRow(key.Id, key.Prefix, key.CreatedAt, key.LastUsedAt, key.RevokedAt))]);

    private PersonRow Row(Person person) => new(
        person.Id, person.Name, person.Email ?? "", person.Roles, StateOf(person), person.LastSignInAt, person.IsDemo);

    private PersonState StateOf(Person person) =>
        person.IsLocked ? PersonState.Locked
        : person.LockoutEnd > clock.GetUtcNow() ? PersonState.LockedOut
        : person.PasswordHash is null && !person.IsDemo ? PersonState.Invited
        : PersonState.Active;
}
