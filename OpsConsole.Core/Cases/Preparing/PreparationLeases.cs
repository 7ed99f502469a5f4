using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Core.Cases.Preparing;

/// <summary>Who prepares which case. A crash leaves a lease that ends by itself, and the case is taken again.</summary>
public sealed class PreparationLeases(OpsDatabase database, ICaseTypes types, TimeProvider clock)
{
    /// <summary>Announced when a case may have fallen due; a hint, never the truth.</summary>
    public const string Topic = "prepare";

    /// <summary>Longer than any preparation takes that has not died.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    /// <summary>Takes the case that has waited longest; null when none is due.</summary>
    public async Task<CaseLease?> ClaimAsync(string owner, CancellationToken cancellation) =>
        await database.ReadAsync(db => Due(db).AnyAsync(cancellation), cancellation) ? await ClaimDueAsync(owner, cancellation) : null;

    private IQueryable<Case> Due(OpsDbContext db)
    {
        var now = clock.GetUtcNow();
        return db.Set<Case>().Where(row => row.PrepareAt != null && row.PrepareAt <= now && (row.PrepareLeaseUntil == null || row.PrepareLeaseUntil < now));
    }

    private Task<CaseLease?> ClaimDueAsync(string owner, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            var due = await Due(db).OrderBy(row => row.PrepareAt).FirstOrDefaultAsync(cancellation);
            if (due is null)
            {
                return null;
            }

            due.PrepareOwner = owner;
            due.PrepareLeaseUntil = now + Length;
            due.PrepareFence++;
            if (due.Stage == CaseStage.Open)
            {
                due.Stage = CaseStage.Prepare;
                db.Announce("case", due.Id);
            }

            return new CaseLease(due.Id, owner, due.PrepareFence, now + Length, due.PrepareAt!.Value);
        },
        cancellation);

    /// <summary>Whether the lease still holds; asked inside the transaction of every write that relies on it.</summary>
    public static async Task<Case?> FindAsync(OpsDbContext db, CaseLease lease, CancellationToken cancellation) =>
        await db.Set<Case>().SingleOrDefaultAsync(row => row.Id == lease.CaseId && row.PrepareFence == lease.Fence && row.Stage != CaseStage.Closed, cancellation);

    /// <summary>Writes what was prepared. A type that a person picked stays, and so does a draft that a person wrote.</summary>
    public void Apply(Case @case, PreparedCase prepared, string earlierDraft)
    {
        if (prepared.CaseTypeId is not null && types.Find(prepared.CaseTypeId) is { } type && !(@case.CaseTypeId is not null && @case.TypeConfidence is null))
        {
            @case.CaseTypeId = type.Id;
            @case.TypeConfidence = prepared.TypeConfidence;
            @case.Queue = type.Queue;
            CaseClock.Start(@case, type);
        }

        @case.CustomerRecord = prepared.CustomerRecord ?? @case.CustomerRecord;
        @case.CustomerName = prepared.CustomerName ?? @case.CustomerName;
        @case.Readiness = prepared.Readiness;
        @case.Missing = prepared.Missing;
        @case.Summary = prepared.Summary;
        @case.SummaryCheckJson = prepared.SummaryCheck;
        var isOurs = @case.Draft.Length == 0 || @case.Draft == earlierDraft;
        @case.Draft = isOurs ? prepared.Draft : @case.Draft;
        @case.DraftCheckJson = isOurs ? prepared.DraftCheck : "";
        @case.DraftLanguage = isOurs ? prepared.DraftLanguage : "";
        if (isOurs)
        {
            // What a person has typed may still hold sentences of the draft before it; their check stays.
            new ReplyCheck(prepared.UnsupportedInDraft).WriteTo(@case);
        }

        @case.PreparedWith = prepared.PreparedWith;
        @case.ModelNote = prepared.ModelNote;
        @case.SuspiciousJson = prepared.Suspicious;
        @case.Stage = @case.Stage is CaseStage.Open or CaseStage.Prepare ? CaseStage.Decide : @case.Stage;
        @case.Version++;
        @case.UpdatedAt = clock.GetUtcNow();
    }

    /// <summary>Ends the lease. A message that came in the meantime has set the due time anew, and it stays.</summary>
    public static void Release(Case @case, CaseLease lease, DateTimeOffset? again)
    {
        @case.PrepareAt = @case.PrepareAt > lease.Wanted ? @case.PrepareAt : again;
        @case.PrepareOwner = null;
        @case.PrepareLeaseUntil = null;
    }
}
