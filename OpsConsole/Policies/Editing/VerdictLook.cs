using OpsConsole.Controls;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>How a row's verdict is shown while it is still a text, faulty or not.</summary>
public static class VerdictLook
{
    public static StatusLook Look(string verdict, string approver) => (verdict, approver) switch
    {
        ("allow", _) => new(Tone.Good, "ready", "Allow"),
        ("deny", _) => new(Tone.Bad, "blocked", "Deny"),
        ("require-approval", "agent") => new(Tone.Info, "you", "Agent approves"),
        ("require-approval", _) => new(Tone.Warn, "supervisor", "Supervisor approves"),
        _ => new(Tone.Unknown, "unknown", verdict.Length == 0 ? "No verdict" : verdict),
    };

    public static StatusLook Look(DocumentRule rule) => Look(rule.Verdict, rule.Approver);
}
