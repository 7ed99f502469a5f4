using System.Text.Json.Nodes;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Drafting;
using OpsConsole.Core.Preparation.Gathering;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>
/// Prepares one claimed case through all stages. Each stage is written when it has ended; a run that dies leaves its stages behind, and
/// the next one begins anew: only its end changes the case, and proposals that nobody has decided give way to the new ones.
/// </summary>
public sealed class PrepareCase(
    PreparationStore store, ReadMessage readMessage, IdentifyCustomer identify, GatherRecords gather, ProposeActions propose, StageLog log)
{
    private const int MostRetries = 6;

    /// <summary>False when the lease was lost or there was nothing to do.</summary>
    public async Task<bool> PrepareAsync(CaseLease lease, CancellationToken cancellation)
    {
        if (await store.StartAsync(lease, cancellation) is not { } run)
        {
            return false;
        }

        try
        {
            await RunAsync(run, cancellation);
            return true;
        }
        catch (LeaseLostException)
        {
            return false;
        }
    }

    private async Task RunAsync(PreparationRun run, CancellationToken cancellation)
    {
        var (reading, type, scan) = await ClassifyAsync(run, cancellation);
        var (identification, gathered) = await IdentifyAndGatherAsync(run, reading, scan, cancellation);
        if (identification is Identification.Unavailable || gathered?.Unavailable is not null)
        {
            await store.RetryAsync(run, run.Number < MostRetries, cancellation);
            return;
        }

        var records = gathered?.Records ?? new CaseRecords(run.Pack.Customer, null, []);
        var facts = await store.ReplaceFactsAsync(run, records, scan.Clues, cancellation);
        var readiness = await CheckDataAsync(run, facts, records, cancellation);
        var asked = identification is Identification.Asks asks ? new[] { asks.Question } : ForeignQuestions(gathered);
        var plan = await PlanAsync(run, reading, records, asked, facts, cancellation);
        var (verified, draft) = await DraftAndVerifyAsync(run, plan, records, facts, cancellation);
        await store.FinishAsync(run, type, records, readiness, verified, draft, cancellation);
        await store.ReleaseAsync(run, await ProposeAsync(run, verified, cancellation), cancellation);
    }

    /// <summary>Puts the plan through the one door; what the door refuses is told on the case.</summary>
    private async Task<IReadOnlyList<string>> ProposeAsync(PreparationRun run, Plan plan, CancellationToken cancellation) =>
        await propose.ProposeAsync(Actor.Jobs, run.Case.Id, [.. plan.Actions.Select(action => action.ToDraft())], replace: true, cancellation) switch
        {
            ProposeOutcome.Proposed proposed => [.. proposed.Drafts.Zip(plan.Actions)
                .Where(pair => pair.First is DraftOutcome.Refused)
                .Select(pair => $"“{pair.Second.Playbook.Name}” could not be proposed. {ActionRefusalText.Of(((DraftOutcome.Refused)pair.First).Refusal)}")],
            ProposeOutcome.Refused refused => [ActionRefusalText.Of(refused.Refusal)],
            _ => [],
        };

    private async Task<(MessageReading Reading, Classifying.TypeChoice Type, ScannedText Scan)> ClassifyAsync(PreparationRun run, CancellationToken cancellation)
    {
        var started = log.Now;
        var (reading, type, scan) = await readMessage.ReadAsync(run, cancellation);
        var note = type.CaseType is null
            ? $"Not sure enough ({type.Confidence:P0}); a person picks the type."
            : $"{type.CaseType}, {type.Confidence:P0} sure" + (type.Evidence.Count == 0 ? "." : $", because of {string.Join(", ", type.Evidence.Select(word => $"“{word}”"))}.");
        var result = StageResults.Classified(reading, type);
        await log.WriteAsync(run, StageName.Classify, started, new JsonObject { ["text"] = run.Text, ["pack"] = run.Pack.Pack },
            new StageResult(type.CaseType is null ? StageOutcome.Asks : StageOutcome.Done, result, note), cancellation);
        return (reading, type, scan);
    }

    private async Task<(Identification Identification, Gathered? Gathered)> IdentifyAndGatherAsync(
        PreparationRun run, MessageReading reading, ScannedText scan, CancellationToken cancellation)
    {
        var started = log.Now;
        var entity = run.Map.Entities[run.Pack.Customer];
        var identification = await identify.FindAsync(run.Map, entity, scan.Clues, cancellation);
        await log.WriteAsync(run, StageName.Identify, started, StageResults.Clues(scan), StageResults.Identified(identification), cancellation);

        started = log.Now;
        if (identification is not Identification.Found found)
        {
            await log.WriteAsync(run, StageName.Gather, started, new JsonObject(), new StageResult(StageOutcome.Skipped, new JsonObject(), "Nothing is read before the customer is known."), cancellation);
            return (identification, null);
        }

        var gathered = await gather.GatherAsync(run.Map, entity, found.CustomerId, reading.Mentions, NeedsAll(reading), cancellation);
        await log.WriteAsync(run, StageName.Gather, started, StageResults.Mentions(reading), StageResults.Gathered(gathered), cancellation);
        return (identification, gathered);
    }

    /// <summary>A request that names no record can be about any; then all of the customer's are read.</summary>
    private static bool NeedsAll(MessageReading reading) =>
        reading.Mentions.Count == 0 || (reading.Mentions.DistinctBy(mention => mention.RecordId).Count() > 1 && reading.Requests.Any(request => request.Mentions.Count == 0))
        || reading.Requests.Any(request => !reading.Mentions.Any(mention => mention.Entity == request.Playbook.Subject));

    private async Task<Cases.CaseReadiness> CheckDataAsync(PreparationRun run, IReadOnlyList<Fact> facts, CaseRecords records, CancellationToken cancellation)
    {
        var started = log.Now;
        var check = DataCheck.Check(run.Map, facts, records);
        await log.WriteAsync(run, StageName.CheckData, started, new JsonObject { ["facts"] = facts.Count }, check.ToStage(), cancellation);
        return check.Readiness;
    }

    private async Task<Plan> PlanAsync(
        PreparationRun run, MessageReading reading, CaseRecords records, IReadOnlyList<string> asked, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        var started = log.Now;
        var plan = Planner.Plan(reading, records);
        plan = plan with { Missing = [.. asked, .. plan.Missing], Actions = [.. plan.Actions.Select(action => FactCitations.Cite(action, facts))] };
        await log.WriteAsync(run, StageName.Plan, started, StageResults.Requests(reading), StageResults.Planned(plan), cancellation);
        return plan;
    }

    private async Task<(Plan Plan, CaseDraft Draft)> DraftAndVerifyAsync(
        PreparationRun run, Plan plan, CaseRecords records, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        var started = log.Now;
        var name = CustomerName.Of(records);
        var draft = DraftWriter.Write(run.Pack, plan, records, facts, name);
        await log.WriteAsync(run, StageName.Draft, started, new JsonObject { ["actions"] = plan.Actions.Count, ["missing"] = plan.Missing.Count },
            new StageResult(StageOutcome.Done, new JsonObject { ["summary"] = draft.Summary, ["reply"] = draft.Reply }, "Summary and reply are drafted; nothing is sent."), cancellation);

        started = log.Now;
        var verified = PlanVerification.Verify(plan, run.Text, records);
        var removed = plan.Actions.Count - verified.Actions.Count;
        await log.WriteAsync(run, StageName.Verify, started, new JsonObject { ["actions"] = plan.Actions.Count }, StageResults.Verified(verified, removed), cancellation);
        return (verified, removed == 0 ? draft : DraftWriter.Write(run.Pack, verified, records, facts, name));
    }

    private static IReadOnlyList<string> ForeignQuestions(Gathered? gathered) =>
        [.. gathered!.Foreign.Select(mention => $"{mention.RecordId} is no {mention.Entity} of this customer; which one is meant?")];
}
