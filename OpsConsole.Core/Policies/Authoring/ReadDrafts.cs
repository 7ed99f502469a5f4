using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>Shows drafts to whoever may write or publish policies, or may read the log; nobody else gets anything.</summary>
public sealed class ReadDrafts(OpsDatabase database, IPolicies policies)
{
    private static readonly DraftState[] Open = [DraftState.Working, DraftState.InReview];

    /// <summary>Drafts that are being written or reviewed, the newest change first; those of policies that do not exist yet among them.</summary>
    public async Task<IReadOnlyList<DraftSummary>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (!MaySee(actor))
        {
            return [];
        }

        return await database.ReadAsync(
            async db =>
            {
                var drafts = await db.Set<PolicyDraft>().Where(row => Open.Contains(row.State)).OrderByDescending(row => row.EditedAt).ToListAsync(cancellation);
                var ids = drafts.Select(row => row.PolicyId).Distinct().ToList();
                var newest = await db.Set<PolicyVersion>().Where(row => ids.Contains(row.PolicyId)).GroupBy(row => row.PolicyId)
                    .Select(group => new { group.Key, Version = group.Max(row => row.Version) }).ToDictionaryAsync(row => row.Key, row => row.Version, cancellation);
                return drafts.ConvertAll(row => DraftSummary.Of(row, newest.GetValueOrDefault(row.PolicyId)));
            },
            cancellation);
    }

    /// <summary>One draft, whatever became of it; null when there is none or the actor may not see it.</summary>
    public async Task<DraftView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        if (!MaySee(actor))
        {
            return null;
        }

        return await database.ReadAsync(
            async db => await db.Set<PolicyDraft>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } draft
                ? View(
                    actor,
                    draft,
                    await PolicyHistory.FindAsync(db, draft.PolicyId, draft.BasedOn, cancellation),
                    await PolicyHistory.NewestAsync(db, draft.PolicyId, cancellation))
                : null,
            cancellation);
    }

    private static bool MaySee(Actor actor) => actor.May(Permissions.PoliciesChange) || actor.May(Permissions.PoliciesPublish) || actor.May(Permissions.AuditView);

    private static PolicyDocument? Read(PolicyVersion? version) => version is null ? null : PolicyYaml.Read(version.File, version.Text, []);

    private DraftView View(Actor actor, PolicyDraft draft, PolicyVersion? before, PolicyVersion? newest)
    {
        var document = draft.Document;
        PolicyCompiler.Compile(document, draft.BasedOn + 1, out var faults);
        return new DraftView(
            DraftSummary.Of(draft, newest?.Version ?? 0),
            document,
            Read(before),
            Read(newest),
            faults,
            Coverage.LostBy(policies.InForce, draft.PolicyId, document.ActionTypes, document.CaseTypes))
        {
            MayEdit = draft.State == DraftState.Working && PolicyRights.RefuseWriting(actor) is null,
            ReviewRefusal = PolicyRights.RefuseReview(actor, draft),
        };
    }
}
