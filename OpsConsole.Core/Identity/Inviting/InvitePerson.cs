using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Core.Identity.Inviting;

/// <summary>Makes an account without a password, and a code with which its owner chooses one. The code is answered once.</summary>
public sealed class InvitePerson(OpsDatabase database, PersonAccounts accounts, IIdentityJournal journal, TimeProvider clock)
{
    public static readonly TimeSpan CodeLivesFor = TimeSpan.FromDays(3);

    public Task<PeopleOutcome> RunAsync(Actor actor, NewPerson wanted, IReadOnlyList<string> roles, CancellationToken cancellation) =>
        database.WriteAsync<PeopleOutcome>(
            async db =>
            {
                if (await RefusalAsync(db, actor, "person/new", cancellation) is { } refusal)
                {
                    return refusal;
                }

                if (roles.Except(Roles.ForPeople).FirstOrDefault() is { } unknown)
                {
                    return new PeopleOutcome.Invalid([$"There is no role {unknown} for people."]);
                }

                if (wanted.Objections() is { Count: > 0 } objections)
                {
                    return new PeopleOutcome.Invalid(objections);
                }

                using var manager = accounts.Over(db);
                var person = wanted.ToPerson(roles, clock);
                var made = await manager.CreateAsync(person);
                if (!made.Succeeded)
                {
                    return made.Errors.Any(error => error.Code is "DuplicateEmail" or "DuplicateUserName")
                        ? new PeopleOutcome.Taken()
                        : new PeopleOutcome.Invalid([.. made.Errors.Select(error => error.Description)]);
                }

                var details = new JsonObject { ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) };
                return await IssueAsync(db, IdentityEvent.Of(actor, "person.invited", person, details: details), person.Id, cancellation);
            },
            cancellation);

    /// <summary>A new code for somebody who lost the first one or forgot the password; earlier codes stop working.</summary>
    public Task<PeopleOutcome> AgainAsync(Actor actor, Guid personId, CancellationToken cancellation) => database.WriteAsync<PeopleOutcome>(
        async db =>
        {
            if (await RefusalAsync(db, actor, $"person/{personId}", cancellation) is { } refusal)
            {
                return refusal;
            }

            return await db.Set<Person>().FirstOrDefaultAsync(row => row.Id == personId && !row.IsDemo, cancellation) is { } person
                ? await IssueAsync(db, IdentityEvent.Of(actor, "person.invited-again", person), person.Id, cancellation)
                : new PeopleOutcome.NotFound();
        },
        cancellation);

    private async Task<PeopleOutcome?> RefusalAsync(OpsDbContext db, Actor actor, string subject, CancellationToken cancellation)
    {
        if (actor.May(Permissions.PeopleChange))
        {
            return null;
        }

        await journal.RecordAsync(db, IdentityEvent.Refusal(actor, "person.invited", subject, Permissions.PeopleChange), cancellation);
        return new PeopleOutcome.Forbidden(new NotAllowed(Permissions.PeopleChange));
    }

    private async Task<PeopleOutcome> IssueAsync(OpsDbContext db, IdentityEvent happened, Guid personId, CancellationToken cancellation)
    {
        await db.Set<OneTimeCode>().Where(row => row.PersonId == personId).ExecuteDeleteAsync(cancellation);
        var code = SecretText.New("join");
        db.Add(new OneTimeCode
        {
            Id = Ids.New(clock),
            Purpose = CodePurpose.Invitation,
            PersonId = personId,
            Hash = SecretText.Hash(code),
            ExpiresAt = clock.GetUtcNow() + CodeLivesFor,
        });
        await journal.RecordAsync(db, happened, cancellation);
        db.Announce("person", personId);
        return new PeopleOutcome.DoneWithSecret(personId, code);
    }
}
