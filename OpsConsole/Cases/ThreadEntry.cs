using OpsConsole.Controls;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Actions;

namespace OpsConsole.Cases;

/// <summary>One entry of the thread: a message or note, or something that the console did.</summary>
/// <param name="Message">Null for an event.</param>
public sealed record ThreadEntry(DateTimeOffset At, CaseMessage? Message, string Glyph = "", Tone Tone = Tone.Quiet, string Text = "", Guid? ActionId = null)
{
    /// <summary>All channels, notes and events in order of time.</summary>
    public static IReadOnlyList<ThreadEntry> Of(CaseView view, IReadOnlyList<ActionView> actions, IReadOnlyList<PreparationStage> stages) =>
    [
        .. view.Messages.Select(message => new ThreadEntry(message.At, message))
            .Concat(view.Case.Stage is CaseStage.Open or CaseStage.Prepare ? [] : Prepared(stages, actions.Count))
            .Concat(actions.SelectMany(Decided))
            .Concat(actions.SelectMany(Ended))
            .OrderBy(entry => entry.At),
    ];

    private static IEnumerable<ThreadEntry> Prepared(IReadOnlyList<PreparationStage> stages, int proposed) => stages is [var first, .., var last]
        ? [new ThreadEntry(last.EndedAt, null, "ack", Tone.Good, $"Prepared in {Phrase.Duration(last.EndedAt - first.StartedAt)}, {Phrase.Count(proposed, "action")} proposed")]
        : [];

    private static IEnumerable<ThreadEntry> Decided(ActionView action) => action.Decisions.Select(made => new ThreadEntry(
        made.At,
        null,
        made.Kind == DecisionKind.Approve ? "ack" : "none",
        made.Kind == DecisionKind.Approve ? Tone.Good : Tone.Quiet,
        $"{made.DeciderName} {(made.Kind == DecisionKind.Approve ? "approved" : "rejected")} {action.Action.Title}",
        action.Action.Id));

    private static IEnumerable<ThreadEntry> Ended(ActionView action) => action.Runs is [.., var last] && (last.ProbedAt ?? last.EndedAt) is { } at
        ? [new ThreadEntry(at, null, action.Look().Glyph, action.Look().Tone, $"{action.Action.Title}: {action.Look().Word.ToLowerInvariant()}", action.Action.Id)]
        : [];
}
