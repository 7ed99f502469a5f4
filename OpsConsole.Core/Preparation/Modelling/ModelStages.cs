using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Models;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Drafting;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>
/// The model's part of preparing a case. Each of its steps may come to nothing; then the playbook's result stands and the run holds a sentence
/// that says why. Nobody is asked before the customer is known, because only then is it known what must not leave the house.
/// </summary>
public sealed class ModelStages(
    AskModel ask, ClassifyByModel classify, ExtractWishes wishes, ChooseReads reads, PlanByModel plan, WriteByModel write, TimeProvider clock)
{
    /// <summary>Well within the lease of a preparation.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(80);

    public ModelRun Begin(PreparationRun run) => new(run, clock.GetUtcNow() + Longest);

    /// <summary>Whether a model could be asked anything at all about this case.</summary>
    public bool IsPossible(ModelRun run) => ask.IsPossible(ModelRole.Fast, run.CaseType) || ask.IsPossible(ModelRole.Careful, run.CaseType);

    /// <summary>Where models are there and none may work yet, the run says so: whoever expects one knows why it is not there.</summary>
    public void TellWhyNot(ModelRun run)
    {
        if (ask.WhyClosed(run.CaseType) is { } why)
        {
            run.Note(why);
        }
    }

    /// <summary>Kind of case, wishes, and what else is to be read, once the customer's records are known.</summary>
    public async Task<(TypeChoice Type, IReadOnlyList<Wish> Wishes, CaseRecords Records)> ReadCaseAsync(
        ModelRun run, TypeChoice type, CaseRecords records, CancellationToken cancellation)
    {
        Hide(run, records);
        run.CaseType ??= type.CaseType;
        run.CustomerRecord = records.Customer?.Record.Ref.ToString() ?? run.CustomerRecord;
        type = run.Run.Case.CaseTypeId is null ? await classify.ChooseAsync(run, type, cancellation) : type;
        run.CaseType = run.Run.Case.CaseTypeId ?? type.CaseType;
        var wanted = await wishes.ExtractAsync(run, cancellation);
        var more = await reads.ReadAsync(run, records, wanted, cancellation);
        Hide(run, more);
        return (type, wanted, more);
    }

    /// <summary>Null when no model answered.</summary>
    public Task<ModelPlan?> PlanAsync(ModelRun run, CaseRecords records, IReadOnlyList<Fact> facts, IReadOnlyList<Wish> wanted, CancellationToken cancellation) =>
        plan.PlanAsync(run, records, facts, wanted, cancellation);

    /// <summary>The draft with the model's words, each sentence checked; as it was where no model answered.</summary>
    public Task<CaseDraft> WriteAsync(
        ModelRun run, CaseDraft draft, Plan plan, IReadOnlyList<ModelAction> proposed, IReadOnlyList<Fact> facts, IReadOnlyList<Wish> wanted, CancellationToken cancellation) =>
        write.WriteAsync(run, draft, plan, proposed, facts, wanted, cancellation);

    /// <summary>What the map marks in the records that were read.</summary>
    private static void Hide(ModelRun run, CaseRecords records)
    {
        foreach (var record in records.All)
        {
            VeilMaker.Fill(run.Veil, record.Entity, record.Record.Body);
        }
    }
}
