using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>What certainly did not happen is tried again later, up to a limit; then a person is told, and can propose it anew.</summary>
internal static class Postponement
{
    public static Task ApplyAsync(
        OpsDbContext db, ProposedAction action, string reason, TimeSpan? atLeast, ExecutionOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        action.Tries++;
        action.LeaseOwner = null;
        action.LeaseUntil = null;
        if (action.Tries > options.Retries)
        {
            action.State = ActionState.Failed;
            action.StateReason = $"{reason} It was tried {action.Tries} times; nothing was changed there.";
            action.DueAt = null;
        }
        else
        {
            var pause = Backoff.After(action.Tries, options, Random.Shared.NextDouble());
            action.State = ActionState.Retrying;
            action.StateReason = reason;
            action.DueAt = clock.GetUtcNow() + (atLeast > pause ? atLeast.Value : pause);
        }

        return ActionTargets.ReleaseAsync(db, action, cancellation);
    }
}
