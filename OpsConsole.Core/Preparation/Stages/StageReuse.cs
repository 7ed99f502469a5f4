using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Preparation.Gathering;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>
/// Takes over from the run before what would come out the same: a stage that starts from the same inputs is not repeated. Records are
/// taken over only for a short time, only while the message names no others, and not once an action of the customer's has run since.
/// </summary>
public sealed class StageReuse(OpsDatabase database, IdentifyCustomer identify, GatherRecords gather, TimeProvider clock)
{
    /// <summary>How long what was read counts as read just now.</summary>
    public static readonly TimeSpan RecordsStand = TimeSpan.FromMinutes(5);

    /// <summary>The stage of the newest earlier run that ended well from exactly these inputs; null when it has to be gone through.</summary>
    public async Task<PreparationStage?> FindAsync(PreparationRun run, StageName name, JsonNode inputs, CancellationToken cancellation)
    {
        var newest = await database.ReadAsync(
            db => db.Set<PreparationStage>().Where(stage => stage.CaseId == run.Case.Id && stage.Name == name && stage.Run < run.Number)
                .OrderByDescending(stage => stage.Run).FirstOrDefaultAsync(cancellation),
            cancellation);
        return newest is { Outcome: StageOutcome.Done } && newest.InputsJson == CanonicalJson.Write(inputs) ? newest : null;
    }

    /// <summary>A customer who was found by the same clues is not looked up again.</summary>
    public async Task<Identification> IdentifyAsync(PreparationRun run, MapEntity customer, IReadOnlyList<LookUpClue> clues, CancellationToken cancellation)
    {
        var scan = StageResults.Clues(clues);
        return await FindAsync(run, StageName.Identify, scan, cancellation) is { } earlier && clock.GetUtcNow() - earlier.StartedAt < RecordsStand
            && JsonNode.Parse(earlier.ResultJson) is JsonObject { } result && result["customer"]?.GetValue<string>() is { } id
                ? new Identification.Found(id, [.. (result["by"] as JsonArray ?? []).Select(name => name!.GetValue<string>())])
                : await identify.FindAsync(run.Map, customer, clues, cancellation);
    }

    public async Task<Gathered> GatherAsync(
        PreparationRun run, MapEntity customer, string customerId, IReadOnlyList<Mention> mentions, bool all, CancellationToken cancellation)
    {
        var digest = CanonicalJson.Digest(new JsonObject
        {
            ["pack"] = run.Pack.Pack,
            ["customer"] = customerId,
            ["all"] = all,
            ["named"] = new JsonArray([.. mentions.Select(mention => $"{mention.Entity}/{mention.RecordId}").Distinct().Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]),
        });
        if (await KeptAsync(run, digest, cancellation) is { } kept && KeptRecordsJson.Read(kept, run.Map, customer, mentions) is { } same)
        {
            return same;
        }

        var read = await gather.GatherAsync(run.Map, customer, customerId, mentions, all, cancellation);
        if (read.Unavailable is null)
        {
            await KeepAsync(run, digest, read, cancellation);
        }

        return read;
    }

    private Task<KeptRecords?> KeptAsync(PreparationRun run, string digest, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - RecordsStand;
        return database.ReadAsync(
            db => db.Set<KeptRecords>()
                .Where(kept => kept.CaseId == run.Case.Id && kept.InputsDigest == digest && kept.ReadAt > since)
                .Where(kept => !db.Set<ProposedAction>().Any(action => action.Attempts > 0 && action.UpdatedAt >= kept.ReadAt
                    && db.Set<Case>().Any(other => other.Id == action.CaseId && (other.Id == run.Case.Id || other.CustomerRecord == run.Case.CustomerRecord))))
                .SingleOrDefaultAsync(cancellation),
            cancellation);
    }

    private Task KeepAsync(PreparationRun run, string digest, Gathered read, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var records = KeptRecordsJson.Write(read);
            if (await db.Set<KeptRecords>().SingleOrDefaultAsync(row => row.CaseId == run.Case.Id, cancellation) is { } kept)
            {
                (kept.InputsDigest, kept.ReadAt, kept.RecordsJson) = (digest, clock.GetUtcNow(), records);
            }
            else
            {
                db.Add(new KeptRecords { CaseId = run.Case.Id, InputsDigest = digest, ReadAt = clock.GetUtcNow(), RecordsJson = records });
            }
        },
        cancellation);
}
