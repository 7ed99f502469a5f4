using System.Diagnostics;
using System.Text.Json.Nodes;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>
/// Replays a draft over decisions that were made: the time machine. It changes nothing, streams through the records on as many cores as
/// there are, and can be cancelled between any two decisions.
/// </summary>
public sealed class ReplayPolicy(OpsDatabase database, IPolicies policies, IAuditLog audit, TimeProvider clock)
{
    public async Task<ReplayOutcome> RunAsync(
        Actor actor, PolicyDocument document, ReplaySpan span, IProgress<ReplayProgress>? progress, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.PoliciesChange) && !actor.May(Permissions.PoliciesPublish))
        {
            var details = new JsonObject { ["lacking"] = Permissions.PoliciesChange };
            await audit.AppendAsync(new AuditEntry(actor, "policy.replay-refused", $"policy/{document.Id}", "refused", details), cancellation);
            return new ReplayOutcome.Forbidden(new NotAllowed(Permissions.PoliciesChange));
        }

        if (PolicyCompiler.Compile(document, 0, out var faults) is not { } draft)
        {
            return new ReplayOutcome.Faulty(faults);
        }

        var start = Stopwatch.GetTimestamp();
        var report = await RunAsync(draft, Bounded(span), progress, cancellation);
        return new ReplayOutcome.Finished(report, Stopwatch.GetElapsedTime(start));
    }

    internal async Task<ReplayReport> RunAsync(Policy draft, ReplaySpan span, IProgress<ReplayProgress>? progress, CancellationToken cancellation)
    {
        var sides = new ReplaySides(policies.InForce, draft);
        var pages = new DecisionPages(database, span, sides.ActionTypes, sides.CaseTypes);
        var total = await pages.CountAsync(cancellation);
        var all = new ReplayTally(draft.Id);
        var (gate, done) = (new Lock(), 0);
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(pages.ReadAsync(cancellation), bounds, (page, stop) =>
        {
            var tally = Judge(page, sides, stop);
            lock (gate)
            {
                all.Merge(tally);
                done += page.Count;
                progress?.Report(new ReplayProgress(done, total));
            }

            return ValueTask.CompletedTask;
        });
        return all.Report(sides, span);
    }

    private static ReplayTally Judge(IReadOnlyList<StoredDecision> page, ReplaySides sides, CancellationToken cancellation)
    {
        var tally = new ReplayTally(sides.Draft.Id);
        foreach (var stored in page)
        {
            cancellation.ThrowIfCancellationRequested();
            if (DecisionSnapshot.Unpack(stored.Snapshot) is { } input)
            {
                tally.Add(sides.Judge(stored.Record, input));
            }
            else
            {
                tally.AddUnreadable();
            }
        }

        return tally;
    }

    /// <summary>What is decided from now on is not part of it: the same span must hold the same decisions tomorrow.</summary>
    private ReplaySpan Bounded(ReplaySpan span)
    {
        var now = clock.GetUtcNow();
        return span.Until > now ? span with { Until = now } : span;
    }
}
