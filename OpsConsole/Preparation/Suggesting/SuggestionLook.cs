using OpsConsole.Controls;
using OpsConsole.Core.Preparation.Suggesting;

namespace OpsConsole.Preparation.Suggesting;

/// <summary>A suggestion's state and kind at a glance.</summary>
internal static class SuggestionLook
{
    public static (Tone Tone, string Word) Of(Suggestion suggestion) => suggestion.State switch
    {
        SuggestionState.Open => (Tone.Info, "To decide"),
        SuggestionState.Approved => suggestion.Kind == SuggestionKind.Playbook ? (Tone.Good, "In force") : (Tone.Good, "Drafted"),
        SuggestionState.Dismissed => (Tone.Quiet, "Dismissed"),
        SuggestionState.Revoked => (Tone.Quiet, "Taken back"),
    };

    public static string Kind(SuggestionKind kind) => kind == SuggestionKind.Playbook ? "Playbook" : "Policy";
}
