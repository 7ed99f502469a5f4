using OpsConsole.Controls;
using OpsConsole.Core.Cases.Importing;

namespace OpsConsole.Cases;

/// <summary>How the state of an import is shown.</summary>
public static class ImportLook
{
    public static StatusLook Of(ImportState state) => state switch
    {
        ImportState.Running => new(Tone.Info, "running", "Reading"),
        ImportState.Cancelling => new(Tone.Quiet, "running", "Stopping"),
        ImportState.Cancelled => new(Tone.Quiet, "paused", "Cancelled"),
        ImportState.Done => new(Tone.Good, "verified", "Done"),
        ImportState.Failed => new(Tone.Bad, "failed", "Failed"),
    };
}
