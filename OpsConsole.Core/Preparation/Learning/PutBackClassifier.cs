using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Preparation.Learning;

/// <summary>How putting a version in force ended.</summary>
public abstract record PutBackOutcome
{
    private PutBackOutcome()
    {
    }

    public sealed record Done : PutBackOutcome;

    public sealed record NoSuchVersion : PutBackOutcome;

    public sealed record Refused(NotAllowed Why) : PutBackOutcome;
}

/// <summary>A person puts an earlier version in force again, or takes what was learnt out of force, so that the pack's own examples decide.</summary>
public sealed class PutBackClassifier(OpsDatabase database, ClassifierShelf shelf, IAuditLog audit, TimeProvider clock)
{
    /// <param name="number">The version; null for the pack's own examples.</param>
    public async Task<PutBackOutcome> PutBackAsync(Actor actor, string packId, int? number, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.LearningChange))
        {
            await audit.AppendAsync(new AuditEntry(actor, "classifier.refused", $"classifier/{packId}", "refused", new JsonObject { ["version"] = number }), cancellation);
            return new PutBackOutcome.Refused(new NotAllowed(Permissions.LearningChange));
        }

        var outcome = await database.WriteAsync(db => PutBackAsync(db, actor, packId, number, cancellation), cancellation);
        shelf.Forget(packId);
        return outcome;
    }

    private async Task<PutBackOutcome> PutBackAsync(OpsDbContext db, Actor actor, string packId, int? number, CancellationToken cancellation)
    {
        var versions = await db.Set<ClassifierVersion>().AsTracking().Where(row => row.PackId == packId && (row.Number == number || row.State == ClassifierState.InForce)).ToListAsync(cancellation);
        var (wanted, present) = (versions.Find(row => row.Number == number), versions.Find(row => row.State == ClassifierState.InForce));
        if (number is not null && wanted is null)
        {
            return new PutBackOutcome.NoSuchVersion();
        }

        if (wanted == present)
        {
            return new PutBackOutcome.Done();
        }

        if (present is not null)
        {
            Move(present, ClassifierState.Retired, number is null ? "A person let the pack's own examples decide again." : $"A person put version {number} in its place.", actor);
            await db.SaveChangesAsync(cancellation);
        }

        if (wanted is not null)
        {
            Move(wanted, ClassifierState.InForce, "A person put it in force.", actor);
        }

        db.Announce("learning", packId);
        await audit.AppendAsync(
            db, new AuditEntry(actor, "classifier.put-back", $"classifier/{packId}", "ok", new JsonObject { ["version"] = number, ["was"] = present?.Number }), cancellation);
        return new PutBackOutcome.Done();
    }

    private void Move(ClassifierVersion version, ClassifierState state, string note, Actor actor)
    {
        version.State = state;
        version.Note = note;
        (version.ChangedAt, version.ChangedByName) = (clock.GetUtcNow(), actor.Name);
    }
}
