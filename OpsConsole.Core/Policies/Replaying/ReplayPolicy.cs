using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;
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
        var counter = new Counter(await pages.CountAsync(cancellation), progress);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var channel = Channel.CreateBounded<IReadOnlyList<StoredDecision>>(new BoundedChannelOptions(Environment.ProcessorCount) { SingleWriter = true });
        var workers = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Run(() => JudgeAsync(channel.Reader, sides, counter, stop.Token), stop.Token)).ToList();
        try
        {
            await foreach (var page in pages.ReadAsync(stop.Token))
            {
                await channel.Writer.WriteAsync(page, stop.Token);
            }

            channel.Writer.Complete();
            var total = new ReplayTally(draft.Id);
            foreach (var tally in await Task.WhenAll(workers))
            {
                total.Merge(tally);
            }

            return total.Report(sides, span);
        }
        finally
        {
            // Whatever ended this, no worker goes on by itself.
            await stop.CancelAsync();
        }
    }

    private static async Task<ReplayTally> JudgeAsync(
        ChannelReader<IReadOnlyList<StoredDecision>> pages, ReplaySides sides, Counter counter, CancellationToken cancellation)
    {
        var tally = new ReplayTally(sides.Draft.Id);
        await foreach (var page in pages.ReadAllAsync(cancellation))
        {
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

            counter.Add(page.Count);
        }

        return tally;
    }

    /// <summary>What is decided from now on is not part of it: the same span must hold the same decisions tomorrow.</summary>
    private ReplaySpan Bounded(ReplaySpan span)
    {
        var now = clock.GetUtcNow();
        return span.Until > now ? span with { Until = now } : span;
    }

    private sealed class Counter(int total, IProgress<ReplayProgress>? progress)
    {
        private int _done;

        public void Add(int count) => progress?.Report(new ReplayProgress(Interlocked.Add(ref _done, count), total));
    }
}
