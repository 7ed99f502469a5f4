using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Learning;
using OpsConsole.Core.Preparation.Understanding;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>Reads what the customer wrote: what it names, what it asks for, and what kind of case it makes.</summary>
public sealed class ReadMessage(ClassifierShelf classifiers, ICaseTypes types)
{
    public async Task<(MessageReading Reading, TypeChoice Type, ScannedText Scan)> ReadAsync(PreparationRun run, CancellationToken cancellation)
    {
        var scan = IdentifierScan.Scan(run.Map, run.Text);
        var around = IdentifierScan.Scan(run.Map, run.Around);
        List<Mention> mentions = [.. scan.Mentions, .. around.Mentions.Where(mention => !scan.Mentions.Any(known => known.RecordId == mention.RecordId)).Select(mention => mention with { Start = -1, End = -1 })];
        var reading = new MessageReader(run.Pack.Playbooks, run.Text, mentions, scan.Ranges).Read();
        var type = ClassifyCase.Choose(run.Pack, await classifiers.FindAsync(run.Pack, cancellation), reading, $"{run.Case.Subject}\n{run.Text}");
        List<LookUpClue> clues = [.. scan.Clues, .. around.Clues];
        return (reading, type with { Name = type.CaseType is { } id ? types.Find(id)?.Name : null }, scan with { Clues = clues });
    }
}
