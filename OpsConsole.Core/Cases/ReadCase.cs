using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases;

/// <summary>A case as its page needs it: the row, the thread in order of time, the facts in order of their numerals.</summary>
public sealed record CaseView(Case Case, IReadOnlyList<CaseMessage> Messages, IReadOnlyList<Fact> Facts)
{
    /// <summary>An open case that this one may belong to; null when none is alike.</summary>
    public PossibleCase? BelongsTo { get; init; }

    /// <summary>The case in which this one goes on; null unless it was merged.</summary>
    public long? MergedIntoNumber { get; init; }
}

/// <summary>Reads one case. Nothing is tracked.</summary>
public sealed class ReadCase(OpsDatabase database)
{
    /// <summary>Null when there is no such case or the actor may not see it: the two must not be told apart.</summary>
    public Task<CaseView?> ReadAsync(Actor actor, Guid caseId, CancellationToken cancellation) =>
        actor.May(Permissions.CasesView)
            ? database.ReadAsync(db => ReadAsync(db, row => row.Id == caseId, cancellation), cancellation)
            : Task.FromResult<CaseView?>(null);

    public Task<CaseView?> ReadAsync(Actor actor, long number, CancellationToken cancellation) =>
        actor.May(Permissions.CasesView)
            ? database.ReadAsync(db => ReadAsync(db, row => row.Number == number, cancellation), cancellation)
            : Task.FromResult<CaseView?>(null);

    /// <summary>The bare row for a service that asks about what it handed in itself, or for anybody who may see cases.</summary>
    public Task<Case?> ReadSubmittedAsync(Actor actor, Guid caseId, CancellationToken cancellation)
    {
        var all = actor.May(Permissions.CasesView);
        return database.ReadAsync(
            db => db.Set<Case>().SingleOrDefaultAsync(row => row.Id == caseId && (all || row.Source == actor.Id), cancellation), cancellation);
    }

    private static async Task<CaseView?> ReadAsync(
        OpsDbContext db, Expression<Func<Case, bool>> which, CancellationToken cancellation)
    {
        if (await db.Set<Case>().SingleOrDefaultAsync(which, cancellation) is not { } @case)
        {
            return null;
        }

        var messages = await db.Set<CaseMessage>().Where(row => row.CaseId == @case.Id).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellation);
        var facts = await db.Set<Fact>().Where(row => row.CaseId == @case.Id).OrderBy(row => row.Number).ToListAsync(cancellation);
        var view = new CaseView(@case, messages, facts);
        return view with
        {
            BelongsTo = await PossibleCase.FindAsync(db, view, cancellation),
            MergedIntoNumber = @case.MergedIntoId is { } into ? await db.Set<Case>().Where(row => row.Id == into).Select(row => (long?)row.Number).SingleOrDefaultAsync(cancellation) : null,
        };
    }
}
