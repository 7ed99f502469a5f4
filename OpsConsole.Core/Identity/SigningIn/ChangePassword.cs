using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity.SigningIn;

/// <summary>Lets a person choose a new password, knowing the old one. All other sessions end.</summary>
public sealed class ChangePassword(OpsDatabase database, PersonAccounts accounts, IIdentityJournal journal)
{
    public Task<PeopleOutcome> RunAsync(Actor actor, string current, string wanted, CancellationToken cancellation) => database.WriteAsync<PeopleOutcome>(
        async db =>
        {
            using var manager = accounts.Over(db);
            if (await manager.FindByIdAsync(actor.Id) is not { IsDemo: false } person)
            {
                return new PeopleOutcome.NotFound();
            }

            var changed = await manager.ChangePasswordAsync(person, current, wanted);
            await journal.RecordAsync(db, IdentityEvent.Of(actor, "person.password-changed", person, changed.Succeeded ? "ok" : "refused"), cancellation);
            if (!changed.Succeeded)
            {
                return new PeopleOutcome.Invalid([.. changed.Errors.Select(error => error.Description)]);
            }

            db.Announce("person", person.Id);
            return new PeopleOutcome.Done(person.Id);
        },
        cancellation);
}
