namespace OpsConsole.Core.Cases;

/// <summary>How a command on a case ended.</summary>
public abstract record CaseOutcome
{
    private CaseOutcome()
    {
    }

    /// <summary>Done and committed; <paramref name="Version"/> is the case's version now.</summary>
    public sealed record Done(Guid CaseId, int Version) : CaseOutcome;

    /// <summary>Nothing was changed; the refusal is in the audit log.</summary>
    public sealed record Refused(CaseError Error) : CaseOutcome;
}
