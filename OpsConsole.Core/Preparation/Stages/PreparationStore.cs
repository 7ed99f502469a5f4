using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Preparation.Gathering;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Modelling;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Verifying;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>What a run of preparation reads from and writes to the case; every write holds only while its lease does.</summary>
public sealed class PreparationStore(OpsDatabase database, PreparationLeases leases, ActionLedger ledger, PlaybookShelf shelf, LivingMap map, TimeProvider clock)
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);

    /// <summary>Null when the lease was lost, or no pack is loaded that could prepare anything.</summary>
    public async Task<PreparationRun?> StartAsync(CaseLease lease, CancellationToken cancellation)
    {
        var (@case, messages, number) = await database.ReadAsync(
            async db => (
                await PreparationLeases.FindAsync(db, lease, cancellation),
                await db.Set<CaseMessage>().Where(row => row.CaseId == lease.CaseId).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellation),
                (await db.Set<PreparationStage>().Where(stage => stage.CaseId == lease.CaseId).MaxAsync(stage => (int?)stage.Run, cancellation) ?? 0) + 1),
            cancellation);
        return @case is null || ChoosePack(@case, messages) is not { } pack ? null : new PreparationRun(lease, number, @case, messages, pack, map.Of(pack.Pack));
    }

    public Task<IReadOnlyList<Fact>> ReplaceFactsAsync(PreparationRun run, CaseRecords records, IReadOnlyList<LookUpClue> clues, CancellationToken cancellation) =>
        WriteAsync(run, async (db, _) =>
        {
            var earlier = await db.Set<Fact>().Where(fact => fact.CaseId == run.Case.Id).ToListAsync(cancellation);
            var facts = new FactSheet(run.Case.Id, run.Map, clock).Make(records, clues, earlier);
            db.RemoveRange(earlier);
            await db.SaveChangesAsync(cancellation);
            db.AddRange(facts);
            return facts;
        }, cancellation);

    internal Task FinishAsync(ModelRun models, PreparedDraft prepared, CancellationToken cancellation) =>
        WriteAsync(models.Run, (_, @case) =>
        {
            var (type, records, readiness, plan, draft, suspicions) = prepared;
            leases.Apply(@case, new PreparedCase(
                type.CaseType, type.Confidence, records.Customer?.Record.Ref.ToString(), CustomerName.Of(records), readiness,
                string.Join('\n', plan.Missing), draft.Summary, draft.Reply)
            {
                SummaryCheck = draft.SummaryCheck.Sentences.Count == 0 ? "" : draft.SummaryCheck.ToJson(),
                DraftCheck = draft.ReplyCheck.Sentences.Count == 0 ? "" : draft.ReplyCheck.ToJson(),
                UnsupportedInDraft = [.. draft.ReplyCheck.Sentences.Where(sentence => sentence.Verdict is SentenceVerdict.Unsupported or SentenceVerdict.Contradicted)
                    .Select(sentence => draft.Reply[sentence.Start..sentence.End].Trim())],
                DraftLanguage = draft.Language,
                PreparedWith = models.PreparedWith,
                ModelNote = string.Join('\n', models.Notes),
                Suspicious = SuspiciousText.ToJson(suspicions),
            }, models.Run.Case.Draft);
            return Task.FromResult(true);
        }, cancellation);

    /// <summary>Brings the case in line with its actions and lets it go.</summary>
    /// <param name="run">The run that has ended.</param>
    /// <param name="refused">Why something could not be proposed; a sentence each.</param>
    /// <param name="cancellation">Ends the wait, not a committed change.</param>
    public Task ReleaseAsync(PreparationRun run, IReadOnlyList<string> refused, CancellationToken cancellation) => WriteAsync(run, async (db, @case) =>
    {
        @case.Missing = string.Join('\n', refused.Prepend(@case.Missing).Where(sentence => sentence.Length > 0));
        await ledger.RollUpAsync(db, @case.Id, cancellation);
        @case.Best = @case.Best == BestAction.None && @case.Missing.Length > 0 ? BestAction.Blocked : @case.Best;
        PreparationLeases.Release(@case, run.Lease, again: null);
        return true;
    }, cancellation);

    /// <summary>A system did not answer: tried again later and later; after the last try a person sees why.</summary>
    public Task RetryAsync(PreparationRun run, bool again, CancellationToken cancellation) => WriteAsync(run, (_, @case) =>
    {
        if (!again)
        {
            @case.Missing = "A system of record did not answer; the case could not be prepared.";
            @case.Stage = @case.Stage is CaseStage.Open or CaseStage.Prepare ? CaseStage.Decide : @case.Stage;
        }

        PreparationLeases.Release(@case, run.Lease, again ? clock.GetUtcNow() + FirstRetry * Math.Pow(2, run.Number) : null);
        return Task.FromResult(true);
    }, cancellation);

    /// <summary>The pack whose identifiers find most in the message; the only one, when there is only one.</summary>
    private PackPlaybooks? ChoosePack(Case @case, IReadOnlyList<CaseMessage> messages)
    {
        var packs = shelf.Packs.Where(pack => map.Of(pack.Pack).Entities.ContainsKey(pack.Customer)).ToList();
        if (packs.Count < 2)
        {
            return packs.FirstOrDefault();
        }

        var text = string.Join('\n', messages.Select(message => message.Body).Prepend(@case.Subject));
        return packs.FirstOrDefault(pack => pack.Playbooks.Any(playbook => playbook.CaseType == @case.CaseTypeId))
            ?? packs.MaxBy(pack => IdentifierScan.Scan(map.Of(pack.Pack), text) is var scan ? scan.Mentions.Count * 2 + scan.Clues.Count : 0);
    }

    private Task<T> WriteAsync<T>(PreparationRun run, Func<OpsDbContext, Case, Task<T>> write, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var @case = await PreparationLeases.FindAsync(db, run.Lease, cancellation) ?? throw new LeaseLostException();
            var outcome = await write(db, @case);
            db.Announce("case", @case.Id);
            return outcome;
        },
        cancellation);
}
