using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity;

/// <summary>Somebody to whom a case can be handed.</summary>
public sealed record Colleague(string Id, string Name);

/// <summary>Reads who works on cases, for those who do so themselves.</summary>
public sealed class ListColleagues(OpsDatabase database)
{
    /// <summary>By name, without the actor; nothing for an actor who does not work on cases.</summary>
    public async Task<IReadOnlyList<Colleague>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.CasesWork))
        {
            return [];
        }

        var people = await database.ReadAsync(db => db.Set<Person>().Where(row => !row.IsLocked).OrderBy(row => row.Name).ToListAsync(cancellation), cancellation);
        return [.. people.Select(FindActor.ActorOf).Where(person => person.Id != actor.Id && person.May(Permissions.CasesWork)).Select(person => new Colleague(person.Id, person.Name))];
    }
}
