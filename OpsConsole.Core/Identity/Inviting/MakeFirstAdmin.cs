using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity.Inviting;

/// <summary>Makes the first administrator, once, for whoever holds the code printed at the first start. Demo accounts end with it.</summary>
public sealed class MakeFirstAdmin(OpsDatabase database, PersonAccounts accounts, IIdentityJournal journal, TimeProvider clock)
{
    public Task<PeopleOutcome> RunAsync(string code, NewPerson wanted, string password, CancellationToken cancellation) =>
        database.WriteAsync(db => MakeAsync(db, code, wanted, password, cancellation), cancellation);

    private async Task<PeopleOutcome> MakeAsync(OpsDbContext db, string code, NewPerson wanted, string password, CancellationToken cancellation)
    {
        if (await OneTimeCodes.FindAsync(db, CodePurpose.Setup, code, clock, cancellation) is not { } found
            || await db.Set<Person>().AnyAsync(row => !row.IsDemo, cancellation))
        {
            await journal.RecordAsync(db, new IdentityEvent(Actor.Nobody, "workspace.setup", "workspace", "refused", []), cancellation);
            return new PeopleOutcome.CodeUnusable();
        }

        using var manager = accounts.Over(db);
        var person = wanted.ToPerson([Roles.Admin], clock);
        var made = await manager.CreateAsync(person, password);
        if (!made.Succeeded)
        {
            return new PeopleOutcome.Invalid([.. made.Errors.Select(error => error.Description)]);
        }

        found.UsedAt = clock.GetUtcNow();
        await db.Set<Person>().Where(row => row.IsDemo).ExecuteDeleteAsync(cancellation);
        await journal.RecordAsync(db, IdentityEvent.Of(FindActor.ActorOf(person), "workspace.first-admin-made", person), cancellation);
        db.Announce("person", person.Id);
        return new PeopleOutcome.Done(person.Id);
    }
}
