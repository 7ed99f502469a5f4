using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Learning;

/// <summary>
/// The classifier in force of each pack, in memory. It is read when a case first asks for it, not at the start; where no version is in force,
/// or the stored one cannot be read, the pack's own examples are learnt.
/// </summary>
public sealed class ClassifierShelf(OpsDatabase database)
{
    private readonly ConcurrentDictionary<string, (IReadOnlyList<Example> Of, ClassifierInForce Found)> _known = new(StringComparer.Ordinal);

    public async Task<ClassifierInForce> FindAsync(PackPlaybooks pack, CancellationToken cancellation)
    {
        if (_known.TryGetValue(pack.Pack, out var known) && ReferenceEquals(known.Of, pack.Examples))
        {
            return known.Found;
        }

        var found = await LoadAsync(pack, cancellation) ?? OfExamples(pack);
        _known[pack.Pack] = (pack.Examples, found);
        return found;
    }

    /// <summary>What the pack alone knows.</summary>
    public static ClassifierInForce OfExamples(PackPlaybooks pack) => new(CaseTypeClassifier.Learn(pack.Examples), ClassifyCase.Sure, null);

    /// <summary>Another version is in force: it is read anew by whoever asks next.</summary>
    internal void Forget(string packId) => _known.TryRemove(packId, out _);

    private Task<ClassifierInForce?> LoadAsync(PackPlaybooks pack, CancellationToken cancellation) => database.ReadAsync(
        async db =>
        {
            var version = await db.Set<ClassifierVersion>().SingleOrDefaultAsync(row => row.PackId == pack.Pack && row.State == ClassifierState.InForce, cancellation);
            var weights = version is null ? null : await db.Set<ClassifierWeights>().SingleOrDefaultAsync(row => row.VersionId == version.Id, cancellation);
            return weights is not null && CaseTypeClassifier.Load(weights.Bytes) is { } classifier ? new ClassifierInForce(classifier, version!.Sure, version.Number) : null;
        },
        cancellation);
}
