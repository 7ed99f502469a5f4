using OpsConsole.Controls;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Actions;

/// <summary>What has happened to an action since it was decided, one line a state, and what comes next.</summary>
public static class ActionStory
{
    public static IReadOnlyList<RunStep> Of(ActionView view) =>
    [
        .. view.Decisions.Where(made => made.Kind == DecisionKind.Approve && made.Nonce == view.Action.Nonce).Select(made => new RunStep($"Approved by {made.DeciderName}", made.At)),
        .. view.Runs.OrderBy(run => run.Attempt).SelectMany(run => Steps(view, run)),
        .. Next(view),
    ];

    /// <summary>Why an unclear outcome is or is not repeated.</summary>
    public static string WhatUnknownMeans(ActionView view) => view.Type?.Idempotency == IdempotencySupport.NativeKey
        ? $"{view.System()} recognises our key, so that asking again has at most one effect."
        : $"It is not repeated: {view.System()} would not recognise a second call, which could act twice. We look for the effect instead.";

    private static IEnumerable<RunStep> Steps(ActionView view, ActionRun run)
    {
        yield return new RunStep(run.Attempt == 1 ? $"Sent to {view.System()}" : $"Sent again, attempt {run.Attempt}", run.IntentAt);
        if (run.Outcome is { } outcome)
        {
            yield return Ended(view, run, outcome);
        }

        if (run.ProbedAt is { } probed)
        {
            yield return view.Action.State switch
            {
                ActionState.Contradicted => new RunStep("Read back, and it is not as it should be", probed, "contradicted", Tone.Warn),
                ActionState.Verified or ActionState.Undone => new RunStep("Verified by reading it back", probed, "verified"),
                _ => new RunStep("Looked at", probed, "ack"),
            };
        }
    }

    private static RunStep Ended(ActionView view, ActionRun run, RunOutcome outcome) => outcome switch
    {
        RunOutcome.Done => new RunStep($"Acknowledged by {view.System()}", run.EndedAt),
        RunOutcome.Refused => new RunStep($"Refused: {run.Message}", run.EndedAt, "failed", Tone.Bad),
        RunOutcome.Unavailable => new RunStep($"Not reached, certainly without effect: {run.Message}", run.EndedAt, "paused", Tone.Warn),
        RunOutcome.Unknown => new RunStep($"No clear answer: {run.Message}", run.EndedAt, "unknown", Tone.Unknown),
        RunOutcome.NotCalled => new RunStep("Not sent: what it relies on had changed", run.EndedAt, "none", Tone.Quiet),
    };

    private static IEnumerable<RunStep> Next(ActionView view) => view.Action.State switch
    {
        ActionState.Queued => [new RunStep(view.Action.DueAt is null && view.AfterNumber is { } after ? $"Waits until action {after} is verified" : "Queued", null, "queued", Tone.Info, IsNow: true)],
        ActionState.Running => [new RunStep($"Waiting for {view.System()}", null, "running", Tone.Info, IsNow: true)],
        ActionState.Retrying => [new RunStep("Tried again", view.Action.DueAt, "idle", IsNext: true)],
        ActionState.Unknown when view.Action.DueAt is null => [new RunStep("A person finds out", null, "you", Tone.Info, IsNow: true)],
        ActionState.Unknown => [new RunStep("Found out by looking again", view.Action.DueAt, "idle", IsNext: true)],
        ActionState.Acknowledged => [new RunStep("Reading the effect back", null, "running", Tone.Info, IsNow: true)],
        ActionState.Undone => [new RunStep("Undone by a later action", null, "ack", Tone.Quiet)],
        _ => [],
    };
}
