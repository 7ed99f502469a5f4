using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Learning;

/// <summary>How learning anew ended, for one pack.</summary>
public abstract record RetrainOutcome
{
    private RetrainOutcome()
    {
    }

    /// <summary>It was learnt and measured; its state says whether it is in force.</summary>
    public sealed record Learnt(ClassifierVersion Version) : RetrainOutcome;

    /// <summary>Too few decided cases are held out to measure anything.</summary>
    public sealed record TooFew(int HeldOut, int Needed) : RetrainOutcome;

    /// <summary>While it learnt, another version came in force; the next time compares with that one.</summary>
    public sealed record Overtaken : RetrainOutcome;

    public sealed record Refused(NotAllowed Why) : RetrainOutcome;
}

/// <summary>Learns a classifier from decided cases, measures it on cases held out beside the one in force, and puts it in force only if it is not worse.</summary>
public sealed class RetrainClassifier(OpsDatabase database, DecidedCases cases, ClassifierShelf shelf, LearningOptions options, IAuditLog audit, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<RetrainOutcome> LearnAsync(Actor actor, PackPlaybooks pack, CancellationToken cancellation)
    {
        if (actor != Actor.Jobs && !actor.May(Permissions.LearningChange))
        {
            await audit.AppendAsync(new AuditEntry(actor, "classifier.refused", $"classifier/{pack.Pack}", "refused", []), cancellation);
            return new RetrainOutcome.Refused(new NotAllowed(Permissions.LearningChange));
        }

        await _one.WaitAsync(cancellation);
        try
        {
            var decided = await cases.ReadAsync(pack, cancellation);
            return decided.HeldOut.Count < options.LeastHeldOut
                ? new RetrainOutcome.TooFew(decided.HeldOut.Count, options.LeastHeldOut)
                : await LearnAsync(actor, pack, decided, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<RetrainOutcome> LearnAsync(Actor actor, PackPlaybooks pack, DecidedExamples decided, CancellationToken cancellation)
    {
        var inForce = await shelf.FindAsync(pack, cancellation);
        List<Example> examples = [.. pack.Examples, .. decided.ToLearn];
        var candidate = await Task.Run(() => CaseTypeClassifier.Learn(examples, cancellation), cancellation);
        var (judged, before) = (Judge(candidate, decided.HeldOut), Judge(inForce.Classifier, decided.HeldOut));
        var promotion = Promotion.Of(judged, before);
        var sure = SureThreshold.Of(judged);
        var outcome = await database.WriteAsync(
            async db =>
            {
                var present = await db.Set<ClassifierVersion>().AsTracking().SingleOrDefaultAsync(row => row.PackId == pack.Pack && row.State == ClassifierState.InForce, cancellation);
                if (present?.Number != inForce.Version)
                {
                    return new RetrainOutcome.Overtaken();
                }

                var number = (await db.Set<ClassifierVersion>().Where(row => row.PackId == pack.Pack).MaxAsync(row => (int?)row.Number, cancellation) ?? 0) + 1;
                var now = clock.GetUtcNow();
                var version = new ClassifierVersion
                {
                    Id = Ids.New(clock),
                    PackId = pack.Pack,
                    Number = number,
                    State = promotion.IsPromoted ? ClassifierState.InForce : ClassifierState.Rejected,
                    TrainedAt = now,
                    Examples = examples.Count,
                    FromCases = decided.ToLearn.Count,
                    HeldOut = decided.HeldOut.Count,
                    FiguresJson = JsonSerializer.Serialize(ClassifierFigures.Of(judged)),
                    BeforeJson = JsonSerializer.Serialize(ClassifierFigures.Of(before)),
                    Sure = sure.Threshold,
                    IsSureMeasured = sure.IsMeasured,
                    Why = promotion.Why,
                    ChangedAt = now,
                    ChangedByName = actor.Name,
                };
                await StoreAsync(db, actor, version, candidate!.Save(), present, cancellation);
                return (RetrainOutcome)new RetrainOutcome.Learnt(version);
            },
            cancellation);
        shelf.Forget(pack.Pack);
        return outcome;
    }

    private async Task StoreAsync(OpsDbContext db, Actor actor, ClassifierVersion version, byte[] weights, ClassifierVersion? present, CancellationToken cancellation)
    {
        if (version.State == ClassifierState.InForce && present is not null)
        {
            present.State = ClassifierState.Retired;
            present.Note = $"Version {version.Number} took its place.";
            (present.ChangedAt, present.ChangedByName) = (version.ChangedAt, actor.Name);
            // Only one may be in force at any moment, also within the transaction.
            await db.SaveChangesAsync(cancellation);
        }

        db.Add(version);
        db.Add(new ClassifierWeights { VersionId = version.Id, Bytes = weights });
        db.Announce("learning", version.PackId);
        var details = new JsonObject
        {
            ["version"] = version.Number,
            ["state"] = version.State.ToString(),
            ["examples"] = version.Examples,
            ["held-out"] = version.HeldOut,
            ["macro-f1"] = Math.Round(version.Figures.MacroF1, 4),
            ["macro-f1-before"] = Math.Round(version.Before.MacroF1, 4),
            ["why"] = version.Why,
        };
        await audit.AppendAsync(db, new AuditEntry(actor, "classifier.learnt", $"classifier/{version.PackId}", "ok", details), cancellation);
    }

    private static List<JudgedExample> Judge(CaseTypeClassifier? classifier, IReadOnlyList<Example> heldOut) =>
        [.. heldOut.Select(example => (Is: example.CaseType, Said: classifier?.Classify(example.Text))).Select(pair => new JudgedExample(pair.Is, pair.Said?.CaseType ?? "", pair.Said?.Confidence ?? 0))];
}
