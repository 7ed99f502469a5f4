using System.Text.Json.Nodes;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Preparation.Drafting;
using OpsConsole.Core.Preparation.Gathering;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Modelling;
using OpsConsole.Core.Preparation.Planning;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>
/// Prepares one claimed case through all stages. Each stage is written when it has ended; a run that dies leaves its stages behind, and
/// the next one begins anew: only its end changes the case, and proposals that nobody has decided give way to the new ones. Where a model may
/// be asked, it adds to a stage what the playbooks do not give; when it does not answer, the stage is what it would be without.
/// </summary>
public sealed class PrepareCase(
    PreparationStore store, ReadMessage readMessage, StageReuse reads, PlanCase planning, WhatChanged changes, StageLog log, ModelStages models)
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
            await RunAsync(models.Begin(run), cancellation);
            return true;
        }
        catch (LeaseLostException)
        {
            return false;
        }
    }

    private async Task RunAsync(ModelRun asking, CancellationToken cancellation)
    {
        var run = asking.Run;
        var before = await changes.BeforeAsync(run, cancellation);
        var read = await ClassifyAsync(asking, cancellation);
        var (identification, gathered) = await IdentifyAndGatherAsync(asking, read, cancellation);
        if (identification is Identification.Unavailable || gathered?.Unavailable is not null)
        {
            await store.RetryAsync(run, run.Number < MostRetries, cancellation);
            return;
        }

        var records = gathered?.Records ?? new CaseRecords(run.Pack.Customer, null, []);
        var facts = await store.ReplaceFactsAsync(run, records, read.Scan.Clues, cancellation);
        var readiness = await CheckDataAsync(run, facts, records, cancellation);
        var asked = identification is Identification.Asks asks ? new[] { asks.Question } : ForeignQuestions(gathered);
        var (plan, proposed) = await planning.PlanAsync(asking, read, records, asked, facts, cancellation);
        var (verified, draft) = await DraftAndVerifyAsync(asking, read, plan, proposed, records, facts, cancellation);
        var suspicions = SuspiciousText.Find(run.Messages, facts);
        await store.FinishAsync(asking, new PreparedDraft(read.Type, records, readiness, verified, draft, suspicions), cancellation);
        var refused = await planning.ProposeAsync(asking, verified, proposed, cancellation);
        await changes.TellAsync(run, before, refused, cancellation);
        await store.ReleaseAsync(run, refused, cancellation);
    }

    /// <summary>The stage ends here, unless a model is to be asked: that is done once the customer is known.</summary>
    private async Task<ReadText> ClassifyAsync(ModelRun asking, CancellationToken cancellation)
    {
        var started = log.Now;
        var (reading, type, scan) = await readMessage.ReadAsync(asking.Run, cancellation);
        var read = new ReadText(reading, scan, started) { Type = type };
        if (!models.IsPossible(asking))
        {
            models.TellWhyNot(asking);
            await EndClassifyAsync(asking, read, cancellation);
        }

        return read;
    }

    private async Task EndClassifyAsync(ModelRun asking, ReadText read, CancellationToken cancellation)
    {
        if (read.IsWritten)
        {
            return;
        }

        read.IsWritten = true;
        var inputs = new JsonObject { ["text"] = asking.Run.Text, ["pack"] = asking.Run.Pack.Pack };
        await log.WriteAsync(asking.Run, StageName.Classify, read.Started, inputs, StageResults.Classified(read, asking.Of(StageName.Classify)), cancellation);
    }

    private async Task<(Identification Identification, Gathered? Gathered)> IdentifyAndGatherAsync(ModelRun asking, ReadText read, CancellationToken cancellation)
    {
        var (run, started) = (asking.Run, log.Now);
        var entity = run.Map.Entities[run.Pack.Customer];
        var identification = await reads.IdentifyAsync(run, entity, read.Scan.Clues, cancellation);
        var identified = StageResults.Identified(identification);
        if (identification is not Identification.Found found)
        {
            await EndClassifyAsync(asking, read, cancellation);
            await log.WriteAsync(run, StageName.Identify, started, StageResults.Clues(read.Scan), identified, cancellation);
            await log.WriteAsync(run, StageName.Gather, log.Now, new JsonObject(), new StageResult(StageOutcome.Skipped, new JsonObject(), "Nothing is read before the customer is known."), cancellation);
            return (identification, null);
        }

        if (read.IsWritten)
        {
            await log.WriteAsync(run, StageName.Identify, started, StageResults.Clues(read.Scan), identified, cancellation);
        }

        var gathering = log.Now;
        var gathered = await reads.GatherAsync(run, entity, found.CustomerId, read.Reading.Mentions, read.NeedsAll, cancellation);
        if (!read.IsWritten)
        {
            gathered = gathered.Unavailable is null ? await ReadByModelAsync(asking, read, gathered, cancellation) : gathered;
            await EndClassifyAsync(asking, read, cancellation);
            await log.WriteAsync(run, StageName.Identify, started, StageResults.Clues(read.Scan), identified, cancellation);
        }

        await log.WriteAsync(run, StageName.Gather, gathering, StageResults.Mentions(read.Reading), StageResults.Gathered(gathered).With(asking.Of(StageName.Gather)), cancellation);
        return (identification, gathered);
    }

    private async Task<Gathered> ReadByModelAsync(ModelRun asking, ReadText read, Gathered gathered, CancellationToken cancellation)
    {
        var (type, wishes, records) = await models.ReadCaseAsync(asking, read.Type, gathered.Records, cancellation);
        (read.Type, read.Wishes) = (type, wishes);
        return gathered with { Records = records };
    }

    private async Task<Cases.CaseReadiness> CheckDataAsync(PreparationRun run, IReadOnlyList<Fact> facts, CaseRecords records, CancellationToken cancellation)
    {
        var started = log.Now;
        var check = DataCheck.Check(run.Map, facts, records);
        await log.WriteAsync(run, StageName.CheckData, started, new JsonObject { ["facts"] = facts.Count }, check.ToStage(), cancellation);
        return check.Readiness;
    }

    private async Task<(Plan Plan, CaseDraft Draft)> DraftAndVerifyAsync(
        ModelRun asking, ReadText read, Plan plan, IReadOnlyList<ModelAction> proposed, CaseRecords records, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        var (run, started) = (asking.Run, log.Now);
        var verified = PlanVerification.Verify(plan, run.Text, records);
        var draft = DraftWriter.Write(run.Pack, verified, records, facts, CustomerName.Of(records));
        draft = records.Customer is null ? draft : await models.WriteAsync(asking, draft, verified, proposed, facts, read.Wishes, cancellation);
        await log.WriteAsync(run, StageName.Draft, started, new JsonObject { ["actions"] = plan.Actions.Count, ["missing"] = plan.Missing.Count },
            StageResults.Drafted(draft).With(asking.Of(StageName.Draft)), cancellation);

        started = log.Now;
        await log.WriteAsync(run, StageName.Verify, started, new JsonObject { ["actions"] = plan.Actions.Count },
            StageResults.Verified(verified, plan.Actions.Count - verified.Actions.Count, draft), cancellation);
        return (verified, draft);
    }

    private static IReadOnlyList<string> ForeignQuestions(Gathered? gathered) =>
        [.. gathered!.Foreign.Select(mention => $"{mention.RecordId} is no {mention.Entity} of this customer; which one is meant?")];
}
