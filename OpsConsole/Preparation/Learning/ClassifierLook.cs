using OpsConsole.Controls;
using OpsConsole.Core.Preparation.Learning;

namespace OpsConsole.Preparation.Learning;

/// <summary>The state of a version at a glance.</summary>
internal static class ClassifierLook
{
    public static (Tone Tone, string Word) Of(ClassifierState state) => state switch
    {
        ClassifierState.InForce => (Tone.Good, "In force"),
        ClassifierState.Candidate => (Tone.Info, "Candidate"),
        ClassifierState.Retired => (Tone.Quiet, "Retired"),
        ClassifierState.Rejected => (Tone.Warn, "Not promoted"),
    };
}
