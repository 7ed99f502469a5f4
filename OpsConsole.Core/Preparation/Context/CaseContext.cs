using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;

namespace OpsConsole.Core.Preparation.Context;

/// <summary>Another open case of the same customer.</summary>
public sealed record OpenCaseLine(Guid Id, long Number, string Subject, CaseStage Stage, DateTimeOffset OpenedAt);

/// <summary>How an earlier case of the same customer ended.</summary>
/// <param name="Actions">What was done in it, and how each ended.</param>
public sealed record EarlierOutcome(Guid Id, long Number, string Subject, DateTimeOffset ResolvedAt, string Resolution, IReadOnlyList<EarlierAction> Actions);

/// <summary>One action of an earlier case.</summary>
public sealed record EarlierAction(string Title, ActionState State);

/// <summary>What the customer was told last.</summary>
public sealed record EarlierReply(long CaseNumber, string Channel, DateTimeOffset At, string Text);

/// <summary>What is known of a customer beyond the case at hand.</summary>
public sealed record CaseContext(IReadOnlyList<OpenCaseLine> OpenCases, IReadOnlyList<EarlierOutcome> Outcomes, IReadOnlyList<EarlierReply> LastReplies)
{
    private const int MostReply = 300;

    public static readonly CaseContext None = new([], [], []);

    public bool IsEmpty => OpenCases.Count == 0 && Outcomes.Count == 0 && LastReplies.Count == 0;

    /// <summary>
    /// The same in lines, for what reads text. Subjects and replies are words of people, to be treated as data:
    /// <c>Earlier case CASE-1002 “Refund”, resolved 2026-11-20: Refunded. Done: Refund 42.90 € (verified).</c>
    /// </summary>
    public IReadOnlyList<string> Lines() =>
    [
        .. OpenCases.Select(line => $"Open case CASE-{line.Number} “{line.Subject}”, since {line.OpenedAt:yyyy-MM-dd}, stage {line.Stage}."),
        .. Outcomes.Select(outcome => $"Earlier case CASE-{outcome.Number} “{outcome.Subject}”, resolved {outcome.ResolvedAt:yyyy-MM-dd}: {outcome.Resolution}"
            + (outcome.Actions.Count == 0 ? "" : $" Done: {string.Join("; ", outcome.Actions.Select(action => $"{action.Title} ({ActionJson.NameOf(action.State)})"))}.")),
        .. LastReplies.Select(reply => $"Told the customer on {reply.At:yyyy-MM-dd} in CASE-{reply.CaseNumber}: “{(reply.Text.Length > MostReply ? reply.Text[..MostReply] + "…" : reply.Text)}”"),
    ];
}
