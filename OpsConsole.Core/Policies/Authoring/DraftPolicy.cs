using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>How a step with a draft ended.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    /// <summary>The draft as it is stored now.</summary>
    public sealed record Saved(PolicyDraft Draft) : DraftOutcome;

    public sealed record Refused(PolicyRefusal Refusal) : DraftOutcome;
}

/// <summary>
/// Begins, saves and gives up drafts. Any text can be saved, faulty or not. Who saves names the revision that was on the screen; if
/// somebody else saved since, nothing is stored and both texts are there to be compared.
/// </summary>
public sealed class DraftPolicy(OpsDatabase database, PolicyLedger ledger, TimeProvider clock)
{
    /// <summary>Characters of one stored draft.</summary>
    public const int LongestDocument = 30_000_000;

    /// <summary>A stretch of saving by one person is one line in the log.</summary>
    private static readonly TimeSpan Stretch = TimeSpan.FromMinutes(15);

    /// <summary>Begins a draft from a document: a new policy, or another draft of one that exists.</summary>
    /// <param name="basedOn">The version that it is to succeed; 0 for a new policy.</param>
    public Task<DraftOutcome> StartAsync(Actor actor, PolicyDocument document, int basedOn, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            if ((PolicyRights.RefuseWriting(actor) ?? RefuseSize(document)) is { } refusal)
            {
                return new DraftOutcome.Refused(refusal);
            }

            var newest = await PolicyHistory.NewestAsync(db, document.Id, cancellation);
            return basedOn == 0 && newest is not null ? new DraftOutcome.Refused(new PolicyRefusal.IdTaken(document.Id))
                : basedOn > (newest?.Version ?? 0) ? new DraftOutcome.Refused(new PolicyRefusal.NoSuchPolicy(document.Id))
                : await AddAsync(db, actor, document, basedOn, cancellation);
        },
        cancellation);

    /// <summary>Begins a draft with the text of a version.</summary>
    /// <param name="version">The version to begin with; null for the newest. An older one is put forward as the successor of the newest.</param>
    public Task<DraftOutcome> StartFromAsync(Actor actor, string policyId, int? version, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            if (PolicyRights.RefuseWriting(actor) is { } refusal)
            {
                return new DraftOutcome.Refused(refusal);
            }

            var newest = await PolicyHistory.NewestAsync(db, policyId, cancellation);
            var from = version is { } number ? await PolicyHistory.FindAsync(db, policyId, number, cancellation) : newest;
            return newest is null || from is null || PolicyYaml.Read(from.File, from.Text, []) is not { } document
                ? new DraftOutcome.Refused(new PolicyRefusal.NoSuchPolicy(policyId))
                : await AddAsync(db, actor, document, newest.Version, cancellation);
        },
        cancellation);

    /// <summary>Stores what was typed.</summary>
    /// <param name="revision">The revision that was on the screen.</param>
    public Task<DraftOutcome> SaveAsync(Actor actor, Guid draftId, int revision, PolicyDocument document, CancellationToken cancellation) =>
        ChangeAsync(actor, draftId, revision, (db, draft) => SaveAsync(db, actor, draft, document, cancellation), cancellation);

    /// <summary>
    /// Takes the newest version over into a draft whose base has moved on: what only others changed becomes theirs, what only the draft
    /// changed stays, and where both changed the same part the draft's own stays.
    /// </summary>
    public Task<DraftOutcome> RebaseAsync(Actor actor, Guid draftId, int revision, CancellationToken cancellation) => ChangeAsync(
        actor,
        draftId,
        revision,
        async (db, draft) =>
        {
            var newest = await PolicyHistory.NewestAsync(db, draft.PolicyId, cancellation);
            var before = await PolicyHistory.FindAsync(db, draft.PolicyId, draft.BasedOn, cancellation);
            if (newest is null || newest.Version == draft.BasedOn || PolicyYaml.Read(newest.File, newest.Text, []) is not { } theirs)
            {
                return null;
            }

            var merged = PolicyMerge.Rebase(before is null ? null : PolicyYaml.Read(before.File, before.Text, []), draft.Document, theirs);
            draft.Edit(merged.Document, actor, clock.GetUtcNow());
            draft.BasedOn = newest.Version;
            await ledger.RecordAsync(db, actor, "policy.draft-rebased", draft.PolicyId, PolicyLedger.Describe(draft), cancellation);
            return null;
        },
        cancellation);

    /// <summary>Gives a draft up; it stays to be read.</summary>
    public Task<DraftOutcome> DiscardAsync(Actor actor, Guid draftId, int revision, CancellationToken cancellation) => ChangeAsync(
        actor,
        draftId,
        revision,
        async (db, draft) =>
        {
            draft.End(DraftState.Discarded, actor, clock.GetUtcNow());
            await ledger.RecordAsync(db, actor, "policy.draft-discarded", draft.PolicyId, PolicyLedger.Describe(draft), cancellation);
            return null;
        },
        cancellation);

    private static PolicyRefusal.TooLarge? RefuseSize(PolicyDocument document)
    {
        var length = DocumentJson.Write(document).Length;
        return length > LongestDocument ? new PolicyRefusal.TooLarge(length, LongestDocument) : null;
    }

    private async Task<DraftOutcome> AddAsync(OpsDbContext db, Actor actor, PolicyDocument document, int basedOn, CancellationToken cancellation)
    {
        var draft = PolicyDraft.New(Ids.New(clock), document, basedOn, actor, clock.GetUtcNow());
        db.Add(draft);
        await ledger.RecordAsync(db, actor, "policy.draft-started", draft.PolicyId, PolicyLedger.Describe(draft), cancellation);
        return new DraftOutcome.Saved(draft);
    }

    private async Task<PolicyRefusal?> SaveAsync(OpsDbContext db, Actor actor, PolicyDraft draft, PolicyDocument document, CancellationToken cancellation)
    {
        if (draft.BasedOn > 0 && document.Id != draft.PolicyId)
        {
            return new PolicyRefusal.IdFixed(draft.PolicyId);
        }

        if (RefuseSize(document) is { } tooLarge)
        {
            return tooLarge;
        }

        if (DocumentJson.Write(document) == draft.DocumentJson)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var isNewStretch = draft.EditedBy != actor.Id || now - draft.EditedAt > Stretch;
        draft.Edit(document, actor, now);
        db.Announce(PolicyLedger.Topic, draft.PolicyId);
        if (isNewStretch)
        {
            await ledger.RecordAsync(db, actor, "policy.draft-edited", draft.PolicyId, PolicyLedger.Describe(draft), cancellation);
        }

        return null;
    }

    private Task<DraftOutcome> ChangeAsync(
        Actor actor, Guid draftId, int revision, Func<OpsDbContext, PolicyDraft, Task<PolicyRefusal?>> change, CancellationToken cancellation) => database.WriteAsync<DraftOutcome>(
        async db =>
        {
            if (PolicyRights.RefuseWriting(actor) is { } refusal)
            {
                return new DraftOutcome.Refused(refusal);
            }

            return await db.Set<PolicyDraft>().FindAsync([draftId], cancellation) switch
            {
                null => new DraftOutcome.Refused(new PolicyRefusal.NoSuchDraft()),
                { State: not DraftState.Working } ended => new DraftOutcome.Refused(new PolicyRefusal.WrongState(ended.State)),
                var stored when stored.Revision != revision => new DraftOutcome.Refused(new PolicyRefusal.Stale(stored)),
                var draft => await change(db, draft) is { } refused ? new DraftOutcome.Refused(refused) : new DraftOutcome.Saved(draft),
            };
        },
        cancellation);
}
