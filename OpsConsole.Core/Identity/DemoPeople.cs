using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Core.Identity;

/// <summary>The four accounts of a demo workspace, one for each role; they have no password.</summary>
public static class DemoPeople
{
    private static readonly (string Role, string Name)[] All =
    [
        (Roles.Agent, "Mara Okafor"),
        (Roles.Supervisor, "Jonas Weidner"),
        (Roles.Admin, "Ines Carvalho"),
        (Roles.Auditor, "Helen Strand"),
    ];

    public static string NameOf(string role) => All.Single(person => person.Role == role).Name;

    public static string EmailOf(string role) => $"{role}@demo.opsconsole.example";

    /// <summary>Makes them in an empty workspace; one that real people use never gets any.</summary>
    internal static async Task AddAsync(OpsDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.Set<Person>().AnyAsync(cancellation))
        {
            return;
        }

        db.AddRange(All.Select(person => new Person
        {
            Id = Ids.New(clock),
            Name = person.Name,
            Roles = [person.Role],
            IsDemo = true,
            CreatedAt = clock.GetUtcNow(),
            UserName = EmailOf(person.Role),
            NormalizedUserName = EmailOf(person.Role).ToUpperInvariant(),
            Email = EmailOf(person.Role),
            NormalizedEmail = EmailOf(person.Role).ToUpperInvariant(),
            SecurityStamp = SecretText.New("stamp"),
        }));
    }
}
