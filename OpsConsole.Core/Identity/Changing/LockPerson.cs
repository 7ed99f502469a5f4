using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity.Changing;

/// <summary>Keeps a person out until unlocked; sessions that are open end at once.</summary>
public sealed class LockPerson(OpsDatabase database, IIdentityJournal journal)
{
    public Task<PeopleOutcome> RunAsync(Actor actor, Guid personId, CancellationToken cancellation) => PersonChange.RunAsync(
        database,
        journal,
        new PersonCommand(actor, personId, "person.locked"),
        person =>
        {
            person.IsLocked = true;
            return [];
        },
        cancellation);

    /// <summary>Also ends a lockout by wrong passwords.</summary>
    public Task<PeopleOutcome> UndoAsync(Actor actor, Guid personId, CancellationToken cancellation) => PersonChange.RunAsync(
        database,
        journal,
        new PersonCommand(actor, personId, "person.unlocked"),
        person =>
        {
            person.IsLocked = false;
            person.LockoutEnd = null;
            person.AccessFailedCount = 0;
            return [];
        },
        cancellation);
}
