using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Learning;

/// <summary>Learns anew for every pack of which enough cases were decided since the last time. What was learnt last, and when, stands in the tables.</summary>
public sealed class RetrainDue(OpsDatabase database, PlaybookShelf playbooks, DecidedCases cases, RetrainClassifier retrain, LearningOptions options, TimeProvider clock)
{
    /// <summary>Nobody waits for it, and looking costs a little.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(5);

    private DateTimeOffset _next;

    /// <returns>How many packs were learnt anew.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now < _next)
        {
            return 0;
        }

        _next = now + Pace;
        var learnt = 0;
        foreach (var pack in playbooks.Packs)
        {
            var last = await database.ReadAsync(db => db.Set<ClassifierVersion>().Where(row => row.PackId == pack.Pack).MaxAsync(row => (DateTimeOffset?)row.TrainedAt, cancellation), cancellation);
            if (await cases.HasNewAsync(pack, last ?? DateTimeOffset.UnixEpoch, options.LeastNewCases, cancellation))
            {
                learnt += await retrain.LearnAsync(Actor.Jobs, pack, cancellation) is RetrainOutcome.Learnt ? 1 : 0;
            }
        }

        return learnt;
    }
}
