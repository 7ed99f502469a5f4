using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Core.Preparation.Demo;

namespace OpsConsole.Bench;

/// <summary>A console of its own with many past decisions: the demo's, over and over, each with other amounts and judged anew.</summary>
internal sealed class ReplayDecisions : IAsyncDisposable
{
    private const int Batch = 2000;

    private readonly BenchCore _core = new();

    private ReplayDecisions()
    {
    }

    public OpsDatabase Database => _core.Database;

    public DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>Bytes on disk, the write-ahead log among them.</summary>
    public long Size => Directory.EnumerateFiles(_core.Folder, "opsconsole.db*").Sum(file => new FileInfo(file).Length);

    public T Get<T>()
        where T : notnull => _core.Get<T>();

    public static async Task<ReplayDecisions> MakeAsync(string packs, int count, int seed)
    {
        var made = new ReplayDecisions();
        await made._core.LoadAsync(await BenchCore.ReadPackAsync(packs));
        await made.Get<MakeDemoHistory>().MakeAsync(CancellationToken.None);
        await made.FillAsync(count, new Random(seed));
        return made;
    }

    public ValueTask DisposeAsync() => _core.DisposeAsync();

    private async Task FillAsync(int count, Random random)
    {
        var models = await Database.ReadAsync(
            async db => (await db.Set<DecisionRecord>().ToListAsync()).Zip((await db.Set<DecisionInput>().OrderBy(row => row.DecisionId).ToListAsync()).Select(row => DecisionSnapshot.Unpack(row.Snapshot)!)).ToList(),
            CancellationToken.None);
        var start = Now.AddDays(-90);
        for (var done = models.Count; done < count; done += Batch)
        {
            var from = done;
            await Database.WriteAsync(
                async db =>
                {
                    var batch = Enumerable.Range(from, Math.Min(Batch, count - from))
                        .Select(index => Make(models[random.Next(models.Count)], random, start.AddDays(89.0 * index / count))).ToList();
                    db.AddRange(batch.Select(made => made.Record));
                    await db.SaveChangesAsync();
                    db.AddRange(batch.Select(made => new DecisionInput { DecisionId = made.Record.Id, Snapshot = DecisionSnapshot.Pack(made.Input) }));
                },
                CancellationToken.None);
        }
    }

    private (DecisionRecord Record, JsonObject Input) Make((DecisionRecord Record, JsonObject Input) model, Random random, DateTimeOffset at)
    {
        var input = (JsonObject)model.Input.DeepClone();
        var amount = Math.Round(model.Record.Amount / 100m * (decimal)(0.4 + (1.4 * random.NextDouble())), 2);
        input["action"]!["amount"] = amount;
        var policies = Get<IPolicies>();
        var verdict = policies.Decide(model.Record.ActionTypeId, input);
        var entry = new DecisionEntry(
            DecisionStage.Proposed,
            model.Record.ActionTypeId,
            Guid.CreateVersion7(at),
            Guid.CreateVersion7(at),
            1,
            model.Record.Title,
            input,
            model.Record.Barred is null ? verdict : verdict with { Verdict = Verdict.Deny },
            model.Record.PolicyVersions,
            model.Record.Barred,
            (long)(amount * 100),
            model.Record.Currency);
        return (new PastEntry(entry, at, new DecidedFate(model.Record.Fate, "bench", "Bench", model.Record.ReasonCode), at, model.Record.Outcome, at).Record(), input);
    }
}
