using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Preparation.Packs;

namespace OpsConsole.Bench;

/// <summary>
/// What the console makes of the writes that a real model called by itself: each recorded conversation becomes a case, prepared after
/// each message of the customer, and each write is proposed on it at its place. Right writes must come through, each with one effect; of each
/// wrong one it is told what stopped it, if anything did.
/// </summary>
internal static class RunsBench
{
    private static readonly Actor Intake = new(ActorKind.Service, "service:bench-intake", "Bench intake", [Roles.Intake]);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        using var folder = new BenchFolder();
        var runs = RecordedRun.ReadAll(options.Text("runs", "../shared/data/recorded-runs"));
        await using var system = await RetailSystem.StartAsync(options.SystemFolder);
        await using var host = await ConsoleHost.StartAsync(folder.Path, system.Address, options.Text("packs", "packs"));
        var pack = await PackFiles.ReadAsync(Path.Combine(options.Text("packs", "packs"), RetailSystem.Id), CancellationToken.None);
        if (await host.Get<LoadPack>().LoadAsync(Actor.Jobs, pack, CancellationToken.None) is not LoadPackOutcome.Loaded)
        {
            throw new InvalidOperationException("The pack could not be loaded.");
        }

        var (tally, score) = (new RunTally(), new Score());
        foreach (var run in runs)
        {
            await system.ResetAsync();
            var carriedOut = tally.CarriedOut;
            await ReplayAsync(host, run, tally);
            var effects = await system.EffectsAsync();
            score.Add(effects.Count == tally.CarriedOut - carriedOut, $"{run.Id}: {effects.Count} effects for {tally.CarriedOut - carriedOut} writes that were carried out");
        }

        Console.WriteLine($"{runs.Count} runs of {string.Join(", ", runs.Select(run => run.Model).Distinct())}: {runs.Count(run => run.IsRight)} right, {runs.Count(run => !run.IsRight)} wrong");
        tally.Print(score);
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }

    private static async Task ReplayAsync(ConsoleHost host, RecordedRun run, RunTally tally)
    {
        Guid? caseId = null;
        foreach (var step in run.Steps)
        {
            switch (step)
            {
                case RecordedStep.Said said:
                    caseId = await SayAsync(host, run, caseId, said.Text);
                    break;
                case RecordedStep.Wrote wrote when caseId is { } known:
                    await WaitUntilPreparedAsync(host, known);
                    tally.Add(run, wrote, await WriteAsync(host, known, run, wrote));
                    break;
                default:
                    throw new InvalidOperationException($"{run.Id} writes before the customer has said anything.");
            }
        }
    }

    private static async Task<Guid> SayAsync(ConsoleHost host, RecordedRun run, Guid? caseId, string text)
    {
        if (caseId is { } known)
        {
            await host.Get<AddMessage>().AddAsync(Intake, known, new NewMessage { Kind = MessageKind.Inbound, Channel = "chat", Body = text }, null, CancellationToken.None);
            return known;
        }

        var request = new NewCase { Subject = "Chat", Body = text, Channel = "chat", Source = Intake.Id, ExternalId = run.Id };
        return ((OpenCaseOutcome.Opened)await host.Get<OpenCase>().OpenAsync(Intake, request, null, CancellationToken.None)).CaseId;
    }

    private static async Task WaitUntilPreparedAsync(ConsoleHost host, Guid caseId)
    {
        using var changes = host.Get<ChangeFeed>().Watch("case");
        using var limit = new CancellationTokenSource(Patience);
        var reader = changes.ReadAllAsync(limit.Token).GetAsyncEnumerator(limit.Token);
        while ((await host.Get<ReadCase>().ReadAsync(ConsoleHost.Agent, caseId, limit.Token))!.Case is { PrepareAt: not null } or { PrepareLeaseUntil: not null })
        {
            await reader.MoveNextAsync();
        }
    }

    private static async Task<string> UntrustedAsync(ConsoleHost host, Guid actionId)
    {
        var action = await host.Database.ReadAsync(db => db.Set<ProposedAction>().SingleAsync(row => row.Id == actionId), CancellationToken.None);
        var untrusted = Origin.Untrusted(JsonNode.Parse(action.ProvenanceJson)!.AsObject(), JsonNode.Parse(action.ParametersJson)!.AsObject());
        return untrusted.Count == 0 ? "no parameter" : string.Join(", ", untrusted);
    }

    /// <summary>A wrong write is left for an approver to see; all others are approved and carried out.</summary>
    private static async Task<RunEnd> WriteAsync(ConsoleHost host, Guid caseId, RecordedRun run, RecordedStep.Wrote wrote)
    {
        switch (await GovernedWrite.ProposeAsync(host, caseId, wrote.Operation, wrote.Arguments, Actor.Model))
        {
            case DraftOutcome.Refused refused:
                return new RunEnd(RunFate.Schema, ActionRefusalText.Of(refused.Refusal));
            case DraftOutcome.Stored { State: ActionState.Denied } denied:
                return new RunEnd(RunTally.StoppedBy(denied.Verdict), denied.Verdict.Reason);
            case DraftOutcome.Stored stored when run.IsWrong(wrote):
                return stored.Verdict.Verdict == Verdict.Allow
                    ? new RunEnd(RunFate.GotThrough, stored.Verdict.Reason)
                    : new RunEnd(RunFate.HeldByPerson, $"{stored.Verdict.Reason} Nothing but the model or the customer speaks for: {await UntrustedAsync(host, stored.Id)}.");
            case DraftOutcome.Stored stored:
                var end = await GovernedWrite.DecideAsync(host, stored.Id);
                return new RunEnd(end.State == ActionState.Verified ? RunFate.CarriedOut : RunFate.RefusedBySystem, end.Reason);
            default:
                throw new InvalidOperationException("DraftOutcome is a closed family.");
        }
    }
}
