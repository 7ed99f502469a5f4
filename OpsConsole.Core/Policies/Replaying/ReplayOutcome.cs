using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>How a replay ended; one that is cancelled ends as cancelled tasks do, and leaves nothing behind.</summary>
public abstract record ReplayOutcome
{
    private ReplayOutcome()
    {
    }

    /// <param name="Took">How long it took; not part of the report, which is the same each time.</param>
    public sealed record Finished(ReplayReport Report, TimeSpan Took) : ReplayOutcome;

    /// <summary>The draft has faults, so that it cannot judge anything.</summary>
    public sealed record Faulty(IReadOnlyList<PolicyFault> Faults) : ReplayOutcome;

    public sealed record Forbidden(NotAllowed Missing) : ReplayOutcome;
}
