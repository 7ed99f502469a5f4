using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Models.Recording;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>Earlier evaluations of providers whose answers can be said again.</summary>
public sealed class RecordedRuns : IDisposable
{
    private const string Mark = "recorded/";
    private const int MostRuns = 500;
    private const int MostSubjects = 10;

    private readonly IDbContextFactory<OpsDbContext> _contexts;
    private readonly OpsDatabase _database;
    private readonly ExchangeVeils _veils;
    private readonly ChangeFeed.Subscription _changes;
    private IReadOnlyList<string>? _subjects;

    internal RecordedRuns(IDbContextFactory<OpsDbContext> contexts, OpsDatabase database, ExchangeVeils veils, ChangeFeed feed) =>
        (_contexts, _database, _veils, _changes) = (contexts, database, veils, feed.Watch(EvaluationStore.Topic));

    /// <summary>Who was recorded, the newest first; from memory until an evaluation has ended.</summary>
    public IReadOnlyList<string> Subjects
    {
        get
        {
            if (_subjects is { } known && !_changes.TryTake())
            {
                return known;
            }

            using var db = _contexts.CreateDbContext();
            var runs = Finished(db.Set<EvaluationRun>()).Select(run => new { run.Subject, run.StartedAt }).OrderByDescending(run => run.StartedAt).Take(MostRuns).ToList();
            return _subjects = [.. runs.Select(run => run.Subject).Distinct(StringComparer.Ordinal).Take(MostSubjects)];
        }
    }

    public void Dispose() => _changes.Dispose();

    /// <summary>What stands in the place of a setup with a run in which the answers of another were said again.</summary>
    internal static string SetupOf(EvaluationRun recorded) => $"{Mark}{recorded.Id}";

    /// <summary>The newest finished run of the set, to the word of its cases, by the subject; null when there is none.</summary>
    internal Task<EvaluationRun?> FindAsync(string subject, EvaluationSet set, CancellationToken cancellation)
    {
        var digest = set.Digest;
        return _database.ReadAsync(
            db => Finished(db.Set<EvaluationRun>()).Where(run => run.Subject == subject && run.SetId == set.Id && run.SetDigest == digest)
                .OrderByDescending(run => run.StartedAt).FirstOrDefaultAsync(cancellation),
            cancellation);
    }

    /// <summary>What was answered in a run.</summary>
    internal async Task<RecordedAnswers> OpenAsync(EvaluationRun recorded, CancellationToken cancellation)
    {
        var cases = await _database.ReadAsync(
            db => db.Set<EvaluationResult>().Where(row => row.RunId == recorded.Id && row.RoomCaseId != null).ToDictionaryAsync(row => row.Number, row => row.RoomCaseId!.Value, cancellation),
            cancellation);
        return await RecordedAnswers.ReadAsync(_database, _veils, cases, cancellation);
    }

    private static IQueryable<EvaluationRun> Finished(IQueryable<EvaluationRun> runs) =>
        runs.Where(run => run.State == EvaluationState.Finished && run.Setup != "" && !run.Setup.StartsWith(Mark));
}
