using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>
/// Says what preparing a case anew changed, from what stood before and what stands after; whoever prepared, and however. A case that had
/// never been prepared has no note, and a run without a new message that changes nothing leaves the notes as they are.
/// </summary>
public sealed class WhatChanged(OpsDatabase database, ICaseTypes types, TimeProvider clock)
{
    /// <summary>Null for a case that had not been prepared.</summary>
    public Task<PreparedState?> BeforeAsync(PreparationRun run, CancellationToken cancellation) => database.ReadAsync(
        async db => await FindLastAsync(db, run.Case.Id, cancellation) is { } last ? await ReadAsync(db, run.Case.Id, last, cancellation) : null, cancellation);

    /// <summary>Compares, and keeps the note with the case while the lease holds.</summary>
    /// <param name="run">The run that is about to end.</param>
    /// <param name="before">What stood before it.</param>
    /// <param name="refused">What it could not propose; these sentences join what is missing when the run ends.</param>
    /// <param name="cancellation">Ends the wait, not a committed change.</param>
    public async Task TellAsync(PreparationRun run, PreparedState? before, IReadOnlyList<string> refused, CancellationToken cancellation)
    {
        if (before is null)
        {
            return;
        }

        await database.WriteAsync(
            async db =>
            {
                var @case = await PreparationLeases.FindAsync(db, run.Lease, cancellation) ?? throw new LeaseLostException();
                var after = await ReadAsync(db, @case.Id, (clock.GetUtcNow(), run.Text), cancellation);
                var lines = PreparedDifference.Of(before, after with { Missing = string.Join('\n', [.. refused, after.Missing]) }, id => types.Find(id)?.Name ?? id);
                if (lines.Count > 0 || after.Text != before.Text)
                {
                    new ChangeNote(before.At, clock.GetUtcNow(), lines.Count > 0 ? lines : ["The new message changes nothing that is known or recommended."]).WriteTo(@case);
                    db.Announce("case", @case.Id);
                }
            },
            cancellation);
    }

    /// <summary>The newest run that came to its end, and what the customer had written by then; runs that died say nothing.</summary>
    private static async Task<(DateTimeOffset At, string Text)?> FindLastAsync(OpsDbContext db, Guid caseId, CancellationToken cancellation)
    {
        var stages = db.Set<PreparationStage>().Where(stage => stage.CaseId == caseId);
        var last = await stages.Where(stage => stage.Name == StageName.Verify).OrderByDescending(stage => stage.Run).FirstOrDefaultAsync(cancellation);
        var read = last is null ? null : await stages.Where(stage => stage.Run == last.Run && stage.Name == StageName.Classify).Select(stage => stage.InputsJson).FirstOrDefaultAsync(cancellation);
        return read is null ? null : (last!.EndedAt, JsonNode.Parse(read)?["text"]?.GetValue<string>() ?? "");
    }

    private static async Task<PreparedState> ReadAsync(OpsDbContext db, Guid caseId, (DateTimeOffset At, string Text) run, CancellationToken cancellation)
    {
        var @case = await db.Set<Case>().AsNoTracking().SingleAsync(row => row.Id == caseId, cancellation);
        var facts = await db.Set<Fact>().AsNoTracking().Where(fact => fact.CaseId == caseId).OrderBy(fact => fact.Number).ToListAsync(cancellation);
        var actions = await db.Set<ProposedAction>().AsNoTracking().Where(action => action.CaseId == caseId && action.Undoes == null)
            .OrderBy(action => action.Number).Select(action => new PreparedAction(action.Id, action.ActionTypeId, action.Title, action.State, action.TargetsJson)).ToListAsync(cancellation);
        return new PreparedState(run.At, run.Text, @case.CaseTypeId, @case.Summary, @case.Missing, facts, actions);
    }
}

/// <summary>What a preparation left behind.</summary>
/// <param name="Text">What the customer had written by then.</param>
public sealed record PreparedState(
    DateTimeOffset At, string Text, string? CaseTypeId, string Summary, string Missing, IReadOnlyList<Fact> Facts, IReadOnlyList<PreparedAction> Actions);

/// <summary>One action as far as a note of what changed tells of it.</summary>
public sealed record PreparedAction(Guid Id, string ActionTypeId, string Title, ActionState State, string TargetsJson)
{
    /// <summary>It may still be decided.</summary>
    public bool IsOpen => State is ActionState.AwaitingApproval or ActionState.Denied;
}
