using Microsoft.AspNetCore.Components;

namespace OpsConsole.Controls;

/// <summary>Time left until something is due: the ring empties as time runs, and the words say the same.</summary>
public sealed partial class SlaClock
{
    /// <summary>When it is due; null while that is not known.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset? DueAt { get; set; }

    /// <summary>When the clock began, for the ring.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Since { get; set; }

    /// <summary>From when on it is at risk; null warns in the last quarter.</summary>
    [Parameter]
    public DateTimeOffset? AtRiskAt { get; set; }

    /// <summary>When the clock ended, if it did.</summary>
    [Parameter]
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Since when it stands still, waiting for the customer.</summary>
    [Parameter]
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>Leaves out the word "left", where a column head says it.</summary>
    [Parameter]
    public bool Short { get; set; }

    private string? Title => DueAt is { } due ? $"Due {Phrase.Moment(due, Zone)}" : null;

    private (Tone Tone, int? Share, string Words) Look
    {
        get
        {
            if (DueAt is not { } due)
            {
                return (Tone.Quiet, null, "No clock yet");
            }

            if (EndedAt is { } ended)
            {
                return ended <= due ? (Tone.Quiet, null, "In time") : (Tone.Bad, null, $"{Phrase.Span(ended - due)} late");
            }

            if (PausedAt is { } paused)
            {
                return (Tone.Quiet, null, $"Paused, {Phrase.Span(due - paused)} left");
            }

            var left = due - Now;
            if (left <= TimeSpan.Zero)
            {
                return (Tone.Bad, 0, $"{Phrase.Span(left)} over");
            }

            var share = (int)Math.Clamp(left / (due - Since) * 100, 1, 100);
            var atRisk = AtRiskAt is { } risk ? Now >= risk : share <= 25;
            return (atRisk ? Tone.Warn : Tone.Quiet, share, Short ? Phrase.Span(left) : $"{Phrase.Span(left)} left");
        }
    }
}
