using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Models;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>
/// A change of model or prompt runs the sets first: until then, and if it went worse than the playbooks, the provider is not asked and
/// preparation goes on without it. Worse is: more wrong writes would have reached an approver, or fewer cases were right.
/// </summary>
public sealed class EvaluationGate(IDbContextFactory<OpsDbContext> contexts, EvaluationShelf shelf, EvaluationSubjects subjects, ModelOptions options, ChangeFeed feed)
    : IModelGate, IDisposable
{
    private readonly ChangeFeed.Subscription _changes = feed.Watch(EvaluationStore.Topic);
    private Known? _known;

    /// <summary>Whether a provider that went worse, or was not evaluated yet, may not work.</summary>
    public bool IsRequired => options.RequireEvaluation;

    public bool IsOpen(ModelProvider provider) => !options.RequireEvaluation || StandingOf(provider).IsOpen;

    public EvaluationStanding StandingOf(ModelProvider provider)
    {
        var setup = subjects.SetupOf(provider);
        var known = Read();
        if (known.Clearances.TryGetValue(setup, out var clearance))
        {
            return new EvaluationStanding.Cleared(clearance);
        }

        var sets = shelf.Sets;
        return sets.Count == 0 ? new EvaluationStanding.NothingToRun()
            : sets.Select(set => Hold(known.Runs, set, setup)).FirstOrDefault(standing => standing is not null) ?? new EvaluationStanding.NotWorse();
    }

    public void Dispose() => _changes.Dispose();

    /// <summary>Null when the set went well.</summary>
    private static EvaluationStanding? Hold(IReadOnlyList<EvaluationRun> runs, EvaluationSet set, string setup)
    {
        var digest = set.Digest;
        var own = Newest(runs, digest, setup);
        var than = Newest(runs, digest, "");
        return own is null || than is null ? new EvaluationStanding.Waiting(set.Id)
            : own.WrongWrites > than.WrongWrites || own.Right < than.Right ? new EvaluationStanding.Worse(own, than)
            : null;
    }

    private static EvaluationRun? Newest(IReadOnlyList<EvaluationRun> runs, string digest, string setup) =>
        runs.FirstOrDefault(run => run.SetDigest == digest && run.Setup == setup);

    /// <summary>From memory until an evaluation has ended or a person has spoken.</summary>
    private Known Read()
    {
        if (_known is { } known && !_changes.TryTake())
        {
            return known;
        }

        using var db = contexts.CreateDbContext();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return _known = new Known(
            [.. db.Set<EvaluationRun>().Where(run => run.State == EvaluationState.Finished).OrderByDescending(run => run.StartedAt).Take(500)],
            db.Set<EvaluationClearance>().ToDictionary(row => row.Setup, StringComparer.Ordinal));
    }

    private sealed record Known(IReadOnlyList<EvaluationRun> Runs, Dictionary<string, EvaluationClearance> Clearances);
}
