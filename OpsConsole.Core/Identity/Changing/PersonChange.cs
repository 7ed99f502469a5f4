using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity.Changing;

/// <summary>What every change of another person has in common: authority, not one's own account, the last admin, the record.</summary>
internal static class PersonChange
{
    /// <param name="change">Changes the person; what it answers goes into the record.</param>
    public static Task<PeopleOutcome> RunAsync(
        OpsDatabase database, IIdentityJournal journal, PersonCommand command, Func<Person, JsonObject> change, CancellationToken cancellation) =>
        database.WriteAsync(db => RunAsync(db, journal, command, change, cancellation), cancellation);

    private static async Task<PeopleOutcome> RunAsync(
        OpsDbContext db, IIdentityJournal journal, PersonCommand command, Func<Person, JsonObject> change, CancellationToken cancellation)
    {
        var (actor, personId, @event) = command;
        if (!actor.May(Permissions.PeopleChange))
        {
            await journal.RecordAsync(db, IdentityEvent.Refusal(actor, @event, $"person/{personId}", Permissions.PeopleChange), cancellation);
            return new PeopleOutcome.Forbidden(new NotAllowed(Permissions.PeopleChange));
        }

        if (actor.Id == personId.ToString())
        {
            return new PeopleOutcome.OwnAccount();
        }

        var people = await db.Set<Person>().ToListAsync(cancellation);
        if (people.Find(row => row.Id == personId) is not { } person)
        {
            return new PeopleOutcome.NotFound();
        }

        var details = change(person);
        if (!people.Any(row => row.Roles.Contains(Roles.Admin) && !row.IsLocked))
        {
            db.ChangeTracker.Clear();
            return new PeopleOutcome.LastAdmin();
        }

        await journal.RecordAsync(db, IdentityEvent.Of(actor, @event, person, details: details), cancellation);
        db.Announce("person", person.Id);
        return new PeopleOutcome.Done(person.Id);
    }
}

/// <summary>Who changes whom, and how the log calls it.</summary>
internal sealed record PersonCommand(Actor Actor, Guid PersonId, string Event);
