using OpsConsole.Controls;
using OpsConsole.Core.Preparation.Suggesting;

namespace OpsConsole.Preparation.Suggesting;

/// <summary>A suggestion's state and kind at a glance.</summary>
internal static class SuggestionLook
{
    public static (Tone Tone, string Glyph, string Word) Of(Suggestion suggestion) => suggestion.State switch
    {
        SuggestionState.Open => (Tone.Info, "you", "To decide"),
        SuggestionState.Approved => suggestion.Kind == SuggestionKind.Playbook ? (Tone.Good, "ack", "In force") : (Tone.Good, "ack", "Drafted"),
        SuggestionState.Dismissed => (Tone.Quiet, "none", "Dismissed"),
        SuggestionState.Revoked => (Tone.Quiet, "none", "Taken back"),
    };

    public static string Kind(SuggestionKind kind) => kind == SuggestionKind.Playbook ? "Playbook" : "Policy";
}
