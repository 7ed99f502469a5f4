using OpsConsole.Controls;
using OpsConsole.Core.Cases;

namespace OpsConsole.Cases;

/// <summary>How the readiness of a case's data is shown.</summary>
public static class ReadinessLook
{
    public static StatusLook Of(CaseReadiness readiness) => readiness switch
    {
        CaseReadiness.Unchecked => new(Tone.Quiet, "idle", "Data not checked yet"),
        CaseReadiness.Ready => new(Tone.Good, "full", "Data ready"),
        CaseReadiness.Degraded => new(Tone.Warn, "half", "Data degraded"),
        CaseReadiness.BelowBar => new(Tone.Bad, "none", "Data below its bar"),
    };
}
