using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity.SigningIn;

/// <summary>What came of an attempt to sign in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    public sealed record SignedIn(Actor Actor, string Stamp) : SignInOutcome;

    /// <summary>One answer for an unknown address, a wrong password and a locked account, so that nobody learns which accounts exist.</summary>
    public sealed record Refused : SignInOutcome;
}

/// <summary>Checks a password, counts wrong ones, and locks the account for a while after too many.</summary>
public sealed class SignIn(OpsDatabase database, IPasswordHasher<Person> hasher, ILookupNormalizer normalizer, IIdentityJournal journal, DemoOptions demo, TimeProvider clock)
{
    public const int Tries = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    private readonly string _nobodysHash = hasher.HashPassword(
        new Person { Name = "", Roles = [], CreatedAt = clock.GetUtcNow() }, SecretText.New("nobody"));

    public async Task<SignInOutcome> WithPasswordAsync(string email, string password, CancellationToken cancellation)
    {
        var name = normalizer.NormalizeName(email.Trim());
        var person = await database.WriteAsync(db => TakeTryAsync(db, name, cancellation), cancellation);

        // An unknown address costs as much time as a known one.
        var hash = person?.PasswordHash ?? _nobodysHash;
        var matches = hasher.VerifyHashedPassword(person!, hash, password) != PasswordVerificationResult.Failed;
        return person is { PasswordHash: not null } && matches
            ? await AdmitAsync(person.Id, cancellation)
            : await RefuseAsync(person, cancellation);
    }

    /// <summary>Signs one of the demo accounts in, in a demo workspace only.</summary>
    public async Task<SignInOutcome> AsDemoAsync(string role, CancellationToken cancellation)
    {
        var people = await database.ReadAsync(db => db.Set<Person>().Where(row => row.IsDemo && !row.IsLocked).ToListAsync(cancellation), cancellation);
        var person = demo.Enabled ? people.FirstOrDefault(row => row.Email == DemoPeople.EmailOf(role)) : null;
        return person is null ? await RefuseAsync(null, cancellation) : await AdmitAsync(person.Id, cancellation);
    }

    /// <summary>A try is taken before the password is looked at, so that guesses sent at once cannot share one. Null: unknown or locked.</summary>
    private async Task<Person?> TakeTryAsync(OpsDbContext db, string name, CancellationToken cancellation)
    {
        var person = await db.Set<Person>().FirstOrDefaultAsync(row => row.NormalizedUserName == name, cancellation);
        if (person is null or { IsDemo: true } or { IsLocked: true } || person.LockoutEnd > clock.GetUtcNow())
        {
            return null;
        }

        person.AccessFailedCount++;
        if (person.AccessFailedCount >= Tries)
        {
            person.AccessFailedCount = 0;
            person.LockoutEnd = clock.GetUtcNow() + LockedFor;
        }

        return person;
    }

    private Task<SignInOutcome> AdmitAsync(Guid id, CancellationToken cancellation) => database.WriteAsync<SignInOutcome>(
        async db =>
        {
            var person = await db.Set<Person>().SingleAsync(row => row.Id == id, cancellation);
            person.AccessFailedCount = 0;
            person.LockoutEnd = null;
            person.LastSignInAt = clock.GetUtcNow();
            var actor = FindActor.ActorOf(person);
            await journal.RecordAsync(db, IdentityEvent.Of(actor, "signin.succeeded", person), cancellation);
            return new SignInOutcome.SignedIn(actor, person.SecurityStamp!);
        },
        cancellation);

    /// <summary>What was typed as the address is not recorded: it may be a password typed into the wrong field.</summary>
    private Task<SignInOutcome> RefuseAsync(Person? person, CancellationToken cancellation) => database.WriteAsync<SignInOutcome>(
        async db =>
        {
            var happened = person is null
                ? new IdentityEvent(Actor.Nobody, "signin.failed", "person/unknown-or-locked", "refused", [])
                : IdentityEvent.Of(Actor.Nobody, "signin.failed", person, "refused", new JsonObject { ["locked"] = person.LockoutEnd > clock.GetUtcNow() });
            await journal.RecordAsync(db, happened, cancellation);
            return new SignInOutcome.Refused();
        },
        cancellation);
}
