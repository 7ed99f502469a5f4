namespace OpsConsole.Core.Policies.Documents;

/// <summary>A verdict as policy files and tests spell it.</summary>
public static class VerdictText
{
    public const string Allow = "allow";
    public const string RequireApproval = "require-approval";
    public const string Deny = "deny";

    public static bool TryRead(string text, out Verdict verdict)
    {
        verdict = text switch { Allow => Verdict.Allow, RequireApproval => Verdict.RequireApproval, _ => Verdict.Deny };
        return text is Allow or RequireApproval or Deny;
    }

    public static string Of(Verdict verdict) => verdict switch { Verdict.Allow => Allow, Verdict.RequireApproval => RequireApproval, _ => Deny };

    internal static string Fault(string text) =>
        text.Length == 0 ? "The verdict is missing." : $"The verdict must be allow, require-approval or deny, not '{text}'.";
}
