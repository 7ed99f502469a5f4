using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity.SigningIn;

/// <summary>Ends every session of a person, here and on other machines, by changing the security stamp.</summary>
public sealed class SignOutEverywhere(OpsDatabase database, PersonAccounts accounts, IIdentityJournal journal)
{
    public Task<PeopleOutcome> RunAsync(Actor actor, Guid personId, CancellationToken cancellation) => database.WriteAsync<PeopleOutcome>(
        async db =>
        {
            if (actor.Id != personId.ToString() && !actor.May(Permissions.PeopleChange))
            {
                await journal.RecordAsync(db, IdentityEvent.Refusal(actor, "person.signed-out-everywhere", $"person/{personId}", Permissions.PeopleChange), cancellation);
                return new PeopleOutcome.Forbidden(new NotAllowed(Permissions.PeopleChange));
            }

            using var manager = accounts.Over(db);
            if (await manager.FindByIdAsync(personId.ToString()) is not { } person)
            {
                return new PeopleOutcome.NotFound();
            }

            await manager.UpdateSecurityStampAsync(person);
            await journal.RecordAsync(db, IdentityEvent.Of(actor, "person.signed-out-everywhere", person), cancellation);
            db.Announce("person", person.Id);
            return new PeopleOutcome.Done(person.Id);
        },
        cancellation);
}
