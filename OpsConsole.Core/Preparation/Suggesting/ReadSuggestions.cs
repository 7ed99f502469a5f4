using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Core.Preparation.Learning;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>A suggestion with what stands behind it.</summary>
/// <param name="Guard">What it put in force; null for one that is open or about a policy.</param>
/// <param name="Effect">Null while it is not in force.</param>
/// <param name="Cases">Decisions behind it, the newest first.</param>
public sealed record SuggestionDetail(Suggestion Suggestion, PlaybookGuard? Guard, MeasuredEffect? Effect, IReadOnlyList<DecisionRecord> Cases);

/// <summary>Shows suggestions to whoever may see what is learnt; nobody else gets anything.</summary>
public sealed class ReadSuggestions(OpsDatabase database, LearningOptions options, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>Open ones first, then the newest.</summary>
    public async Task<IReadOnlyList<Suggestion>> ListAsync(Actor actor, CancellationToken cancellation) => actor.May(Permissions.LearningView)
        ? [.. (await database.ReadAsync(db => db.Set<Suggestion>().OrderByDescending(row => row.Number).Take(Most).ToListAsync(cancellation), cancellation)).OrderBy(row => row.State != SuggestionState.Open)]
        : [];

    public async Task<SuggestionDetail?> FindAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.LearningView))
        {
            return null;
        }

        return await database.ReadAsync(
            async db =>
            {
                if (await db.Set<Suggestion>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } suggestion)
                {
                    return null;
                }

                var guard = await db.Set<PlaybookGuard>().Where(row => row.SuggestionId == id).OrderByDescending(row => row.FromAt).FirstOrDefaultAsync(cancellation);
                var ids = suggestion.Cases;
                var cases = await db.Set<DecisionRecord>().Where(row => ids.Contains(row.Id)).OrderByDescending(row => row.At).ToListAsync(cancellation);
                var effect = suggestion is { DecidedAt: { } from, State: SuggestionState.Approved or SuggestionState.Revoked } ? await EffectAsync(db, suggestion, from, cancellation) : null;
                return new SuggestionDetail(suggestion, guard, effect, cases);
            },
            cancellation);
    }

    private async Task<MeasuredEffect> EffectAsync(OpsDbContext db, Suggestion suggestion, DateTimeOffset from, CancellationToken cancellation)
    {
        // A decision counts on the side of the guard under which it was proposed.
        return new MeasuredEffect(
            await RateAsync(db, suggestion, from.AddDays(-options.SuggestionDays), from, cancellation),
            await RateAsync(db, suggestion, from, suggestion.EndedAt ?? clock.GetUtcNow(), cancellation));
    }

    private static async Task<RejectionRate> RateAsync(OpsDbContext db, Suggestion suggestion, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        var decided = await db.Set<DecisionRecord>().Where(row => row.ActionTypeId == suggestion.ActionTypeId && row.At >= from && row.At < until)
            .GroupBy(row => new { row.Fate, row.ReasonCode }).Select(group => new { group.Key.Fate, group.Key.ReasonCode, Count = group.Count() }).ToListAsync(cancellation);
        var rejected = decided.Where(group => group.Fate == DecisionFate.Rejected && group.ReasonCode == suggestion.ReasonCode).Sum(group => group.Count);
        return new RejectionRate(rejected, decided.Where(group => group.Fate is DecisionFate.Approved or DecisionFate.Authorized or DecisionFate.Rejected or DecisionFate.Edited).Sum(group => group.Count));
    }
}
