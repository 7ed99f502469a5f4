using OpsConsole.Core.Foundation.Claiming;

namespace OpsConsole.Core.Cases.Preparing;

/// <summary>The right to prepare a case until a moment; whoever claims it later has a greater fence and takes the right over.</summary>
public sealed record CaseLease(Guid CaseId, string Owner, long Fence, DateTimeOffset Until, DateTimeOffset Wanted) : IClaim
{
    public string Work => $"case {CaseId}";
}
