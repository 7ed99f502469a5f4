using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>What became of a decision.</summary>
/// <param name="By">Who decided; null where nobody did.</param>
public sealed record DecidedFate(DecisionFate Fate, string? By = null, string? ByName = null, string? ReasonCode = null);

/// <summary>Writes decisions and their fate, always in the transaction of the act that they belong to.</summary>
public sealed class DecisionRecords(TimeProvider clock)
{
    /// <summary>Stores a decision with its full input.</summary>
    /// <returns>The record's id.</returns>
    public async Task<long> AppendAsync(OpsDbContext db, DecisionEntry entry, CancellationToken cancellation)
    {
        var record = Record(entry, clock.GetUtcNow());
        db.Add(record);
        await db.SaveChangesAsync(cancellation);
        db.Add(new DecisionInput { DecisionId = record.Id, Snapshot = DecisionSnapshot.Pack(entry.Input) });
        return record.Id;
    }

    /// <summary>Gives a workspace a made-up past, marked as such; nothing happens when it has a past already.</summary>
    /// <returns>How many were stored.</returns>
    public async Task<int> StorePastAsync(OpsDbContext db, IReadOnlyList<PastEntry> entries, CancellationToken cancellation)
    {
        if (await HasPastAsync(db, cancellation))
        {
            return 0;
        }

        var made = entries.OrderBy(entry => entry.At).Select(entry => (entry.Entry.Input, Record: entry.Record())).ToList();
        db.AddRange(made.Select(entry => entry.Record));
        await db.SaveChangesAsync(cancellation);
        db.AddRange(made.Select(entry => new DecisionInput { DecisionId = entry.Record.Id, Snapshot = DecisionSnapshot.Pack(entry.Input) }));
        return made.Count;
    }

    /// <summary>Whether anything was decided before yesterday; a demo's own first cases are not yet a past.</summary>
    public Task<bool> HasPastAsync(OpsDbContext db, CancellationToken cancellation)
    {
        var yesterday = clock.GetUtcNow().AddDays(-1);
        return db.Set<DecisionRecord>().AnyAsync(row => row.IsDemo || row.At < yesterday, cancellation);
    }

    /// <summary>Says what people made of a decision; one that is not there is nobody's.</summary>
    public async Task DecideAsync(OpsDbContext db, long id, DecidedFate decided, CancellationToken cancellation) =>
        (await db.Set<DecisionRecord>().FindAsync([id], cancellation))?.Decide(decided, clock.GetUtcNow());

    /// <summary>Says what came of carrying it out.</summary>
    public async Task EndAsync(OpsDbContext db, long id, DecisionOutcome outcome, CancellationToken cancellation) =>
        (await db.Set<DecisionRecord>().FindAsync([id], cancellation))?.End(outcome, clock.GetUtcNow());

    internal static DecisionRecord Record(DecisionEntry entry, DateTimeOffset at, bool isDemo = false)
    {
        var record = new DecisionRecord
        {
            At = at,
            Stage = entry.Stage,
            ActionTypeId = entry.ActionTypeId,
            CaseTypeId = Text(entry.Input["case"]?["type"]),
            CaseId = entry.CaseId,
            CaseNumber = entry.Input["case"]?["number"] is JsonValue number && number.TryGetValue<long>(out var found) ? found : 0,
            ActionId = entry.ActionId,
            ActionNumber = entry.ActionNumber,
            Title = entry.Title,
            Amount = entry.Amount,
            Currency = entry.Currency,
            Verdict = entry.Verdict.Verdict,
            ApproverRole = entry.Verdict.ApproverRole,
            Fired = FiredRows.Write(entry.Verdict),
            Reason = entry.Verdict.Reason,
            PolicyDigest = entry.Verdict.PolicyDigest,
            PolicyVersions = entry.PolicyVersions,
            Barred = entry.Barred,
            IsDemo = isDemo,
        };
        record.Decide(new DecidedFate(entry.Verdict.Verdict == Verdict.Deny ? DecisionFate.Denied : DecisionFate.Waiting), at);
        return record;
    }

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
