using System.Text.Json.Nodes;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models.Spending;

namespace OpsConsole.Core.Models.Configuring;

/// <summary>How a change of what is configured about models ended.</summary>
public abstract record ModelsOutcome
{
    private ModelsOutcome()
    {
    }

    public sealed record Kept : ModelsOutcome;

    /// <param name="Faults">Everything that is wrong, one sentence each.</param>
    public sealed record Invalid(IReadOnlyList<string> Faults) : ModelsOutcome;

    /// <summary>There is no such provider any longer.</summary>
    public sealed record Missing : ModelsOutcome;

    public sealed record Forbidden(NotAllowed Lacking) : ModelsOutcome;
}

/// <summary>The door through which people change what is configured: permission, the change, its audit row and the announcement in one transaction.</summary>
public sealed class ModelChange(OpsDatabase database, IAuditLog audit, ModelSettings settings)
{
    /// <param name="apply">False, with nothing written, when what is to be changed is not there.</param>
    internal async Task<ModelsOutcome> ApplyAsync(Actor actor, string name, string subject, JsonObject details, Func<OpsDbContext, Task<bool>> apply, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ModelsConfigure))
        {
            details["refusal"] = Permissions.ModelsConfigure;
            await audit.AppendAsync(new AuditEntry(actor, name, subject, "refused", details), cancellation);
            return new ModelsOutcome.Forbidden(new NotAllowed(Permissions.ModelsConfigure));
        }

        var isThere = await database.WriteAsync(
            async db =>
            {
                if (!await apply(db))
                {
                    return false;
                }

                await audit.AppendAsync(db, new AuditEntry(actor, name, subject, "ok", details), cancellation);
                db.Announce(ModelLedger.Topic, subject);
                return true;
            },
            cancellation);
        settings.Forget();
        return isThere ? new ModelsOutcome.Kept() : new ModelsOutcome.Missing();
    }
}
