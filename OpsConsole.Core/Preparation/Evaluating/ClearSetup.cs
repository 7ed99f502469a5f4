using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>How a clearance ended.</summary>
public abstract record ClearSetupOutcome
{
    private ClearSetupOutcome()
    {
    }

    public sealed record Cleared : ClearSetupOutcome;

    /// <summary>Without a reason nobody can judge it later.</summary>
    public sealed record ReasonMissing : ClearSetupOutcome;

    public sealed record Forbidden(NotAllowed Missing) : ClearSetupOutcome;
}

/// <summary>Lets a provider work as it is set up now, on a person's word and with a reason.</summary>
public sealed class ClearSetup(OpsDatabase database, EvaluationSubjects subjects, IAuditLog audit, TimeProvider clock)
{
    private const int MostReason = 1_000;

    public async Task<ClearSetupOutcome> RunAsync(Actor actor, ModelProvider provider, string reason, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ModelsConfigure))
        {
            await audit.AppendAsync(new AuditEntry(actor, "evaluation.clear-refused", $"model/{provider.Name}", "refused", []), cancellation);
            return new ClearSetupOutcome.Forbidden(new NotAllowed(Permissions.ModelsConfigure));
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > MostReason)
        {
            return new ClearSetupOutcome.ReasonMissing();
        }

        return await database.WriteAsync<ClearSetupOutcome>(
            async db =>
            {
                var setup = subjects.SetupOf(provider);
                if (!await db.Set<EvaluationClearance>().AnyAsync(row => row.Setup == setup, cancellation))
                {
                    db.Add(new EvaluationClearance { Setup = setup, ByName = actor.Name, At = clock.GetUtcNow(), Reason = reason.Trim() });
                }

                await audit.AppendAsync(db, new AuditEntry(actor, "evaluation.cleared", $"model/{provider.Name}", "ok", new JsonObject { ["setup"] = setup, ["reason"] = reason.Trim() }), cancellation);
                db.Announce(EvaluationStore.Topic, setup);
                return new ClearSetupOutcome.Cleared();
            },
            cancellation);
    }
}
