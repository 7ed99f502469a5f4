using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>How a case ends.</summary>
public enum CaseEnd
{
    Resolved,
    Merged,
}

/// <summary>What hangs on a case and has to follow when it ends; here because cases do not know of actions.</summary>
public interface ICaseFollower
{
    /// <summary>Within the transaction that ends the case, before it is closed.</summary>
    Task EndedAsync(OpsDbContext db, Actor actor, Guid caseId, CaseEnd end, CancellationToken cancellation);
}
