using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>Reads what the customer wrote: what it names, what it asks for, and what kind of case it makes.</summary>
public sealed class ReadMessage(OpsDatabase database, ClassifyCase classify)
{
    /// <summary>The classifier learns from at most so many resolved cases, the newest.</summary>
    private const int MostResolved = 500;

    public async Task<(MessageReading Reading, TypeChoice Type, ScannedText Scan)> ReadAsync(PreparationRun run, CancellationToken cancellation)
    {
        var scan = IdentifierScan.Scan(run.Map, run.Text);
        var around = IdentifierScan.Scan(run.Map, run.Around);
        List<Mention> mentions = [.. scan.Mentions, .. around.Mentions.Where(mention => !scan.Mentions.Any(known => known.RecordId == mention.RecordId)).Select(mention => mention with { Start = -1, End = -1 })];
        var reading = new MessageReader(run.Pack.Playbooks, run.Text, mentions, scan.Ranges).Read();
        var type = classify.Choose(run.Pack, await ReadResolvedAsync(run, cancellation), reading, $"{run.Case.Subject}\n{run.Text}");
        List<LookUpClue> clues = [.. scan.Clues, .. around.Clues];
        return (reading, type, scan with { Clues = clues });
    }

    /// <summary>Cases whose type stood when they were resolved: what people agreed with is worth learning.</summary>
    private Task<List<Example>> ReadResolvedAsync(PreparationRun run, CancellationToken cancellation)
    {
        var types = run.Pack.Playbooks.Select(playbook => playbook.CaseType).Append(run.Pack.OtherType).Append(run.Pack.MixedType).Distinct().ToList();
        return database.ReadAsync(
            db => (from resolved in db.Set<Case>().Where(row => row.ResolvedAt != null && row.CaseTypeId != null && types.Contains(row.CaseTypeId))
                   orderby resolved.ResolvedAt descending
                   join message in db.Set<CaseMessage>().Where(row => row.Kind == MessageKind.Inbound) on resolved.Id equals message.CaseId
                   select new Example(message.Body, resolved.CaseTypeId!)).Take(MostResolved).ToListAsync(cancellation),
            cancellation);
    }
}
