using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies.Replaying;

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record DecisionPage(IReadOnlyList<DecisionRecord> Items, DecisionMark? Next);

/// <summary>A decision with what was judged.</summary>
/// <param name="Input">Null when what is stored is damaged.</param>
public sealed record DecisionWithInput(DecisionRecord Record, JsonObject? Input);

/// <summary>How often the rows of a policy fired.</summary>
/// <param name="Decisions">How many decisions were made on what it governs.</param>
/// <param name="Fired">Row → how often; a row that never fired is not there.</param>
public sealed record PolicyUse(int Decisions, IReadOnlyDictionary<string, int> Fired);

/// <summary>Shows past decisions to whoever may see policies and cases; nobody else gets anything.</summary>
public sealed class ReadDecisions(OpsDatabase database)
{
    /// <summary>The newest decisions on some action types (<c>*</c> for all), page by page.</summary>
    /// <param name="before">Where the page before ended.</param>
    public async Task<DecisionPage> RecentAsync(
        Actor actor, IReadOnlyList<string> actionTypes, DecisionMark? before, int take, CancellationToken cancellation)
    {
        if (!May(actor))
        {
            return new DecisionPage([], null);
        }

        var rows = await database.ReadAsync(
            db => (before?.Before(Of(db, actionTypes)) ?? Of(db, actionTypes))
                .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(take + 1).ToListAsync(cancellation),
            cancellation);
        var shown = rows.GetRange(0, Math.Min(take, rows.Count));
        return new DecisionPage(shown, rows.Count > take ? DecisionMark.Of(shown[^1]) : null);
    }

    /// <summary>One decision with its input, or null.</summary>
    public async Task<DecisionWithInput?> FindAsync(Actor actor, long id, CancellationToken cancellation)
    {
        if (!May(actor))
        {
            return null;
        }

        return await database.ReadAsync(
            async db =>
            {
                var record = await db.Set<DecisionRecord>().SingleOrDefaultAsync(row => row.Id == id, cancellation);
                var input = await db.Set<DecisionInput>().SingleOrDefaultAsync(row => row.DecisionId == id, cancellation);
                return record is null ? null : new DecisionWithInput(record, input is null ? null : DecisionSnapshot.Unpack(input.Snapshot));
            },
            cancellation);
    }

    /// <summary>How often each row of a policy fired since <paramref name="from"/>, whichever version it was.</summary>
    public async Task<PolicyUse> UseAsync(Actor actor, string policyId, IReadOnlyList<string> actionTypes, DateTimeOffset from, CancellationToken cancellation)
    {
        if (!May(actor))
        {
            return new PolicyUse(0, new Dictionary<string, int>());
        }

        // Few texts of fired rows differ, so that the database does the counting.
        var counted = await database.ReadAsync(
            db => Of(db, actionTypes).Where(row => row.At >= from).GroupBy(row => row.Fired).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation),
            cancellation);
        var fired = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in counted)
        {
            foreach (var rule in FiredRows.Of(group.Key, policyId))
            {
                fired[rule] = fired.GetValueOrDefault(rule) + group.Count;
            }
        }

        return new PolicyUse(counted.Sum(group => group.Count), fired);
    }

    private static bool May(Actor actor) => actor.May(Permissions.PoliciesView) && actor.May(Permissions.CasesView);

    private static IQueryable<DecisionRecord> Of(OpsDbContext db, IReadOnlyList<string> actionTypes) => actionTypes.Contains(Policy.AllActionTypes)
        ? db.Set<DecisionRecord>()
        : db.Set<DecisionRecord>().Where(row => actionTypes.Contains(row.ActionTypeId));
}
