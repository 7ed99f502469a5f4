using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Core.Identity.Inviting;

/// <summary>
/// What each start begins with: a demo workspace gets its people; a workspace without anyone gets a setup code, which this answers so
/// that it can be printed once. There is no default password.
/// </summary>
public sealed class OpenWorkspace(OpsDatabase database, IIdentityJournal journal, DemoOptions demo, TimeProvider clock)
{
    public static readonly TimeSpan CodeLivesFor = TimeSpan.FromHours(24);

    public Task<string?> RunAsync(CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            if (demo.Enabled)
            {
                await DemoPeople.AddAsync(db, clock, cancellation);
                return null;
            }

            return await db.Set<Person>().AnyAsync(row => !row.IsDemo, cancellation) ? null : await IssueCodeAsync(db, cancellation);
        },
        cancellation);

    /// <summary>Whether the setup page still has something to do.</summary>
    public Task<bool> IsWaitingForFirstAdminAsync(CancellationToken cancellation) => database.ReadAsync(
        async db => !demo.Enabled && !await db.Set<Person>().AnyAsync(row => !row.IsDemo, cancellation), cancellation);

    /// <summary>A restart makes the codes printed before worthless.</summary>
    private async Task<string> IssueCodeAsync(OpsDbContext db, CancellationToken cancellation)
    {
        await db.Set<OneTimeCode>().Where(row => row.Purpose == CodePurpose.Setup).ExecuteDeleteAsync(cancellation);
        var code = SecretText.New("setup");
        db.Add(new OneTimeCode
        {
            Id = Ids.New(clock),
            Purpose = CodePurpose.Setup,
            Hash = SecretText.Hash(code),
            ExpiresAt = clock.GetUtcNow() + CodeLivesFor,
        });
        await journal.RecordAsync(db, new IdentityEvent(Actor.Jobs, "workspace.setup-code-issued", "workspace", "ok", []), cancellation);
        return code;
    }
}
