using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>How a submission ended.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <summary>The draft is in review, or, when it was taken back, being written again.</summary>
    public sealed record Submitted(PolicyDraft Draft) : SubmitOutcome;

    public sealed record Refused(PolicyRefusal Refusal) : SubmitOutcome;
}

/// <summary>Hands a draft to a second person: its text is frozen, has no fault, and passes its own tests, of which there is at least one.</summary>
public sealed class SubmitPolicy(OpsDatabase database, PolicyLedger ledger, TimeProvider clock)
{
    /// <param name="revision">The revision that was on the screen.</param>
    /// <param name="note">What the second person should know.</param>
    public async Task<SubmitOutcome> SubmitAsync(Actor actor, Guid draftId, int revision, string note, CancellationToken cancellation)
    {
        var shown = await database.ReadAsync(db => db.Set<PolicyDraft>().FindAsync([draftId], cancellation).AsTask(), cancellation);
        if ((PolicyRights.RefuseWriting(actor) ?? RefuseStep(shown, revision, DraftState.Working)) is { } refusal)
        {
            return new SubmitOutcome.Refused(refusal);
        }

        var text = PolicyYaml.Write(shown!.Document);
        if (Publishable.RefuseText(shown, text) is { } unfit)
        {
            return new SubmitOutcome.Refused(unfit);
        }

        return await StepAsync(
            draftId,
            revision,
            DraftState.Working,
            async (db, draft) =>
            {
                if (Publishable.RefuseBase(draft, await PolicyHistory.NewestAsync(db, draft.PolicyId, cancellation), text) is { } moved)
                {
                    return moved;
                }

                draft.Submit(text, note.Trim(), actor, clock.GetUtcNow());
                await ledger.RecordAsync(db, actor, "policy.submitted", draft.PolicyId, PolicyLedger.Describe(draft), cancellation);
                return null;
            },
            cancellation);
    }

    /// <summary>Takes a draft back out of review, to go on writing.</summary>
    public async Task<SubmitOutcome> WithdrawAsync(Actor actor, Guid draftId, int revision, CancellationToken cancellation) =>
        PolicyRights.RefuseWriting(actor) is { } refusal
            ? new SubmitOutcome.Refused(refusal)
            : await StepAsync(
                draftId,
                revision,
                DraftState.InReview,
                async (db, draft) =>
                {
                    draft.Reopen(actor, comment: null, clock.GetUtcNow());
                    await ledger.RecordAsync(db, actor, "policy.taken-back", draft.PolicyId, PolicyLedger.Describe(draft), cancellation);
                    return null;
                },
                cancellation);

    private static PolicyRefusal? RefuseStep(PolicyDraft? draft, int revision, DraftState state) =>
        draft is null ? new PolicyRefusal.NoSuchDraft()
        : draft.State != state ? new PolicyRefusal.WrongState(draft.State)
        : draft.Revision != revision ? new PolicyRefusal.Stale(draft)
        : null;

    private Task<SubmitOutcome> StepAsync(
        Guid draftId, int revision, DraftState state, Func<OpsDbContext, PolicyDraft, Task<PolicyRefusal?>> step, CancellationToken cancellation) => database.WriteAsync<SubmitOutcome>(
        async db =>
        {
            var draft = await db.Set<PolicyDraft>().FindAsync([draftId], cancellation);
            var refusal = RefuseStep(draft, revision, state) ?? await step(db, draft!);
            return refusal is null ? new SubmitOutcome.Submitted(draft!) : new SubmitOutcome.Refused(refusal);
        },
        cancellation);
}
