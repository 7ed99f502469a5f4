using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity.Inviting;

/// <summary>Lets the holder of an invitation choose a password; the code is used up and every earlier session ends.</summary>
public sealed class AcceptInvitation(OpsDatabase database, PersonAccounts accounts, IIdentityJournal journal, TimeProvider clock)
{
    public Task<PeopleOutcome> RunAsync(string code, string password, CancellationToken cancellation) => database.WriteAsync<PeopleOutcome>(
        async db =>
        {
            var found = await OneTimeCodes.FindAsync(db, CodePurpose.Invitation, code, clock, cancellation);
            var person = found is null ? null : await db.Set<Person>().FirstOrDefaultAsync(row => row.Id == found.PersonId && !row.IsLocked, cancellation);
            if (found is null || person is null)
            {
                await journal.RecordAsync(db, new IdentityEvent(Actor.Nobody, "person.invitation-accepted", "person/unknown", "refused", []), cancellation);
                return new PeopleOutcome.CodeUnusable();
            }

            using var manager = accounts.Over(db);
            foreach (var validator in manager.PasswordValidators)
            {
                if (await validator.ValidateAsync(manager, person, password) is { Succeeded: false } refused)
                {
                    return new PeopleOutcome.Invalid([.. refused.Errors.Select(error => error.Description)]);
                }
            }

            person.PasswordHash = manager.PasswordHasher.HashPassword(person, password);
            person.LockoutEnd = null;
            found.UsedAt = clock.GetUtcNow();
            await manager.UpdateSecurityStampAsync(person);
            await journal.RecordAsync(db, IdentityEvent.Of(FindActor.ActorOf(person), "person.invitation-accepted", person), cancellation);
            db.Announce("person", person.Id);
            return new PeopleOutcome.Done(person.Id);
        },
        cancellation);
}
