using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Opening;

/// <summary>
/// Finds the case that a message goes on with. Only a case that the sender may write to is found: a service's own, or any for a service that
/// carries a channel. For all others it is as if there were none, so that nobody learns of a case by guessing names.
/// </summary>
internal static class FindThread
{
    public static async Task<Case?> FindAsync(OpsDbContext db, Actor actor, NewCase request, CancellationToken cancellation)
    {
        var earlier = request.Thread.Earlier;
        var thread = request.Thread.ThreadId?.Trim() is { Length: > 0 } id ? id : null;
        if (earlier.Count == 0 && thread is null)
        {
            return null;
        }

        var any = MayReachAny(actor);
        var found = await (
            from message in db.Set<CaseMessage>().Where(row => (row.MessageRef != null && earlier.Contains(row.MessageRef)) || (thread != null && row.ThreadRef == thread))
            join @case in db.Set<Case>() on message.CaseId equals @case.Id
            where any || @case.Source == request.Source
            orderby message.At descending
            select new { Message = message, Case = @case }).Take(20).ToListAsync(cancellation);

        // Two channels may call two conversations the same.
        var channel = ChannelNames.Of(request.Channel);
        var match = found.Find(pair => pair.Message.MessageRef is { } name && earlier.Contains(name)) ?? found.Find(pair => ChannelNames.Of(pair.Message.Channel) == channel);
        return match is null ? null : await FollowAsync(db, match.Case, cancellation);
    }

    /// <summary>A person who hands messages in works on all cases; a service reaches only its own unless it carries a channel.</summary>
    public static bool MayReachAny(Actor actor) => actor.Kind != ActorKind.Service || actor.May(Permissions.CasesSubmitAny);

    /// <summary>The case in which a merged one goes on.</summary>
    public static async Task<Case> FollowAsync(OpsDbContext db, Case @case, CancellationToken cancellation)
    {
        for (var steps = 0; @case.MergedIntoId is { } into && steps < 10; steps++)
        {
            @case = await db.Set<Case>().SingleAsync(row => row.Id == into, cancellation);
        }

        return @case;
    }
}
