using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Telling;

/// <summary>What the holders of a role are told, for each of them until they have read it. A month later it is no news any more.</summary>
public sealed class ReadNotices(OpsDatabase database, TimeProvider clock)
{
    /// <summary>How many are listed, the newest first.</summary>
    public const int Most = 100;

    private static readonly TimeSpan News = TimeSpan.FromDays(30);

    /// <summary>What this person has not read yet, newest first.</summary>
    public async Task<IReadOnlyList<ActionNotice>> UnreadAsync(Actor actor, CancellationToken cancellation) => MayRead(actor)
        ? await database.ReadAsync(db => Unread(db, actor).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(Most).ToListAsync(cancellation), cancellation)
        : [];

    public async Task<int> CountUnreadAsync(Actor actor, CancellationToken cancellation) =>
        MayRead(actor) ? await database.ReadAsync(db => Unread(db, actor).CountAsync(cancellation), cancellation) : 0;

    /// <summary>Marks as read, for this person alone. Notices to roles that the person does not hold are left alone.</summary>
    /// <returns>How many were marked.</returns>
    public async Task<int> MarkReadAsync(Actor actor, IReadOnlyCollection<Guid> notices, CancellationToken cancellation) => !MayRead(actor)
        ? 0
        : await database.WriteAsync(
            async db =>
            {
                var unread = await Unread(db, actor).Where(row => notices.Contains(row.Id)).Select(row => new { row.Id, row.Role }).ToListAsync(cancellation);
                db.AddRange(unread.Select(row => new NoticeRead { NoticeId = row.Id, PersonId = actor.Id, At = clock.GetUtcNow() }));
                foreach (var role in unread.Select(row => row.Role).Distinct())
                {
                    db.Announce(TellRoles.Topic, role);
                }

                return unread.Count;
            },
            cancellation);

    private static bool MayRead(Actor actor) => actor.Kind == ActorKind.Person && actor.May(Permissions.CasesView);

    private IQueryable<ActionNotice> Unread(OpsDbContext db, Actor actor)
    {
        var since = clock.GetUtcNow() - News;
        var roles = actor.RoleNames.ToList();
        return db.Set<ActionNotice>().Where(row => row.At >= since && roles.Contains(row.Role)
            && !db.Set<NoticeRead>().Any(read => read.NoticeId == row.Id && read.PersonId == actor.Id));
    }
}
