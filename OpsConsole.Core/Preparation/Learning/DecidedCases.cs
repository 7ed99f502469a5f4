using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Learning;

/// <summary>What decided cases teach: those to learn from, and those that no version ever learns from and all are measured on.</summary>
public sealed record DecidedExamples(IReadOnlyList<Example> ToLearn, IReadOnlyList<Example> HeldOut);

/// <summary>
/// Reads the cases whose type people agreed with (it stood when the case was resolved) or picked. A case is held out by its id alone: it stays
/// on its side for ever, so that no version is measured on what an earlier one, or it itself, has learnt.
/// </summary>
public sealed class DecidedCases(OpsDatabase database, LearningOptions options)
{
    /// <summary>One in five.</summary>
    private const int HeldOutOf = 5;

    /// <summary>A type that a person picked outweighs one that merely stood.</summary>
    private const double PickedWeight = 3;

    private const int LongestText = 20_000;

    public async Task<DecidedExamples> ReadAsync(PackPlaybooks pack, CancellationToken cancellation)
    {
        List<string> types = [.. pack.CaseTypes];
        var (cases, messages) = await database.ReadAsync(db => ReadAsync(db, types, cancellation), cancellation);
        var texts = messages.GroupBy(message => message.CaseId)
            .ToDictionary(group => group.Key, group => string.Join('\n', group.OrderBy(message => message.At).ThenBy(message => message.Id).Select(message => message.Body)));
        var examples = cases.Where(row => texts.ContainsKey(row.Id)).OrderBy(row => row.Id).Select(row => (row.Id, Example: ToExample(row, texts[row.Id]))).ToList();
        return new DecidedExamples(
            [.. examples.Where(pair => !IsHeldOut(pair.Id)).Select(pair => pair.Example)],
            [.. examples.Where(pair => IsHeldOut(pair.Id)).Select(pair => pair.Example)]);
    }

    /// <summary>Whether at least so many were decided since; bounded, and served by the index of closed cases.</summary>
    public Task<bool> HasNewAsync(PackPlaybooks pack, DateTimeOffset since, int least, CancellationToken cancellation)
    {
        List<string> types = [.. pack.CaseTypes];
        return database.ReadAsync(
            async db => await Closed(db, types).Where(row => row.ResolvedAt > since).OrderBy(row => row.ResolvedAt).Take(least).CountAsync(cancellation)
                + await Picked(db, types).Where(row => row.UpdatedAt > since).OrderBy(row => row.UrgentAt).Take(least).CountAsync(cancellation) >= least,
            cancellation);
    }

    /// <summary>The same for ever, whatever else is decided.</summary>
    internal static bool IsHeldOut(Guid caseId) => SHA256.HashData(caseId.ToByteArray())[0] % HeldOutOf == 0;

    private async Task<(List<Case> Cases, List<CaseMessage> Messages)> ReadAsync(OpsDbContext db, List<string> types, CancellationToken cancellation)
    {
        var cases = await Closed(db, types).OrderByDescending(row => row.ResolvedAt).ThenByDescending(row => row.Number).Take(options.MostCases).ToListAsync(cancellation);
        cases.AddRange(await Picked(db, types).OrderByDescending(row => row.UrgentAt).Take(options.MostCases).ToListAsync(cancellation));
        var messages = new List<CaseMessage>();
        foreach (var ids in cases.Select(row => row.Id).Chunk(500))
        {
            messages.AddRange(await db.Set<CaseMessage>().Where(row => ids.Contains(row.CaseId) && row.Kind == MessageKind.Inbound).ToListAsync(cancellation));
        }

        return (cases, messages);
    }

    private static IQueryable<Case> Closed(OpsDbContext db, List<string> types) =>
        db.Set<Case>().Where(row => row.Stage == CaseStage.Closed && row.ResolvedAt != null && row.CaseTypeId != null && types.Contains(row.CaseTypeId));

    private static IQueryable<Case> Picked(OpsDbContext db, List<string> types) =>
        db.Set<Case>().Where(row => row.Stage != CaseStage.Closed && row.TypeConfidence == null && row.CaseTypeId != null && types.Contains(row.CaseTypeId));

    /// <summary>The text as preparation puts it before the classifier.</summary>
    private static Example ToExample(Case row, string text)
    {
        var whole = $"{row.Subject}\n{text}";
        return new Example(whole.Length > LongestText ? whole[..LongestText] : whole, row.CaseTypeId!) { Weight = row.TypeConfidence is null ? PickedWeight : 1 };
    }
}
