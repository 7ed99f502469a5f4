using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Learning;

/// <summary>What a pack's cases are classified by, and by what they were before.</summary>
/// <param name="Examples">How many examples the pack brings.</param>
/// <param name="InForce">Null while the pack's own examples decide.</param>
/// <param name="Figures">Of the version in force, on cases held out; else of the pack's examples, each judged by a classifier that had not seen it.</param>
/// <param name="Sure">From which confidence on an answer stands without a person.</param>
/// <param name="Versions">The newest first.</param>
public sealed record ClassifierHistory(
    string PackId, int Examples, ClassifierVersion? InForce, ClassifierFigures Figures, double Sure, IReadOnlyList<ClassifierVersion> Versions);

/// <summary>Shows classifiers to whoever may see what is learnt; nobody else gets anything.</summary>
public sealed class ReadClassifiers(OpsDatabase database, PlaybookShelf playbooks, ClassifierShelf shelf)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<ClassifierHistory>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.LearningView))
        {
            return [];
        }

        var histories = new List<ClassifierHistory>();
        foreach (var pack in playbooks.Packs)
        {
            var versions = await database.ReadAsync(
                db => db.Set<ClassifierVersion>().Where(row => row.PackId == pack.Pack).OrderByDescending(row => row.Number).Take(Most).ToListAsync(cancellation), cancellation);
            var inForce = versions.Find(version => version.State == ClassifierState.InForce)
                ?? await database.ReadAsync(db => db.Set<ClassifierVersion>().SingleOrDefaultAsync(row => row.PackId == pack.Pack && row.State == ClassifierState.InForce, cancellation), cancellation);
            var asked = await shelf.FindAsync(pack, cancellation);
            histories.Add(new ClassifierHistory(
                pack.Pack, pack.Examples.Count, inForce, inForce?.Figures ?? ClassifierFigures.Of(asked.Classifier?.HeldBack ?? []), asked.Sure, versions));
        }

        return histories;
    }
}
