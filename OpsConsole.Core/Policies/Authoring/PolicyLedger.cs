using System.Text.Json.Nodes;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>What every step of a policy carries with it, in the transaction of the step: its line in the audit log, and word to whoever watches.</summary>
public sealed class PolicyLedger(IAuditLog audit)
{
    public const string Topic = "policy";

    public async Task RecordAsync(OpsDbContext db, Actor actor, string happened, string policyId, JsonObject details, CancellationToken cancellation)
    {
        db.Announce(Topic, policyId);
        await audit.AppendAsync(db, new AuditEntry(actor, happened, $"policy/{policyId}", "ok", details), cancellation);
    }

    /// <summary>The line for something that somebody tried and may not.</summary>
    public Task RefuseAsync(OpsDbContext db, Actor actor, string happened, string policyId, PolicyRefusal refusal, CancellationToken cancellation) =>
        audit.AppendAsync(db, new AuditEntry(actor, happened, $"policy/{policyId}", "refused", new JsonObject { ["refusal"] = PolicyRefusalText.Of(refusal) }), cancellation);

    internal static JsonObject Describe(PolicyDraft draft) => new()
    {
        ["draft"] = draft.Id.ToString(),
        ["based_on"] = draft.BasedOn,
        ["revision"] = draft.Revision,
        ["digest"] = draft.Digest.Length == 0 ? null : draft.Digest,
        ["editors"] = new JsonArray([.. draft.Editors.Select(editor => (JsonNode)editor.Name)]),
    };
}
