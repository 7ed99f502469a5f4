using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>How a step towards a retirement ended.</summary>
public abstract record RetireOutcome
{
    private RetireOutcome()
    {
    }

    /// <summary>It waits for a second person; the policy stays in force.</summary>
    public sealed record Asked(PolicyRetirement Retirement) : RetireOutcome;

    /// <summary>The policy governs nothing any more.</summary>
    /// <param name="Uncovered">Action types that no policy governs now: a supervisor decides them.</param>
    public sealed record Retired(PolicyRetirement Retirement, IReadOnlyList<string> Uncovered) : RetireOutcome;

    /// <summary>The policy stays in force.</summary>
    public sealed record Declined(PolicyRetirement Retirement) : RetireOutcome;

    public sealed record Refused(PolicyRefusal Refusal) : RetireOutcome;
}

/// <summary>Ends a policy: one person asks and says why, another confirms. Its versions stay to be read; a later version is in force again.</summary>
public sealed class RetirePolicy(OpsDatabase database, PolicyLedger ledger, PoliciesInForce policies, TimeProvider clock)
{
    public Task<RetireOutcome> AskAsync(Actor actor, string policyId, int seenVersion, string reason, CancellationToken cancellation) => database.WriteAsync<RetireOutcome>(
        async db =>
        {
            var newest = await PolicyHistory.NewestAsync(db, policyId, cancellation);
            var stands = newest is null ? null : await PolicyHistory.RetirementAsync(db, newest, cancellation);
            var refusal = PolicyRights.RefuseAsking(actor)
                ?? (newest?.Version != seenVersion ? new PolicyRefusal.NoSuchPolicy(policyId) : null)
                ?? (stands is null ? null : new PolicyRefusal.RetirementStands(stands.State))
                ?? (string.IsNullOrWhiteSpace(reason) ? new PolicyRefusal.CommentMissing() : (PolicyRefusal?)null);
            if (refusal is not null)
            {
                return new RetireOutcome.Refused(refusal);
            }

            var retirement = Retirement(actor, policyId, seenVersion, reason.Trim());
            await DropOlderAsync(db, retirement, cancellation);
            db.Add(retirement);
            await ledger.RecordAsync(db, actor, "policy.retirement-asked", policyId, Describe(retirement), cancellation);
            return new RetireOutcome.Asked(retirement);
        },
        cancellation);

    /// <param name="accepted">The action types of which the person saw that they are left without any policy; as <see cref="PolicyRefusal.LeavesUncovered"/> told.</param>
    public async Task<RetireOutcome> ConfirmAsync(Actor actor, Guid retirementId, IReadOnlyList<string> accepted, CancellationToken cancellation)
    {
        var outcome = await EndAsync(
            actor,
            retirementId,
            async (db, asked) =>
            {
                var uncovered = Coverage.LostWithout(policies.InForce, asked.PolicyId);
                if (uncovered.Except(accepted, StringComparer.Ordinal).Any())
                {
                    return new RetireOutcome.Refused(new PolicyRefusal.LeavesUncovered(uncovered));
                }

                End(asked, RetirementState.Confirmed, actor, comment: null);
                var details = Describe(asked);
                details["uncovered"] = new JsonArray([.. uncovered.Select(type => (JsonNode)type)]);
                await ledger.RecordAsync(db, actor, "policy.retired", asked.PolicyId, details, cancellation);
                return new RetireOutcome.Retired(asked, uncovered);
            },
            cancellation);
        if (outcome is RetireOutcome.Retired)
        {
            await policies.ReloadAsync(cancellation);
        }

        return outcome;
    }

    /// <summary>Leaves the policy in force. Whoever asked may take the question back as well.</summary>
    public Task<RetireOutcome> DeclineAsync(Actor actor, Guid retirementId, string comment, CancellationToken cancellation) => EndAsync(
        actor,
        retirementId,
        async (db, asked) =>
        {
            End(asked, RetirementState.Declined, actor, comment.Trim());
            await ledger.RecordAsync(db, actor, "policy.retirement-declined", asked.PolicyId, Describe(asked), cancellation);
            return new RetireOutcome.Declined(asked);
        },
        cancellation,
        mayBeAsker: true);

    private static JsonObject Describe(PolicyRetirement retirement) => new()
    {
        ["version"] = retirement.Version,
        ["reason"] = retirement.Reason,
        ["asked_by"] = retirement.AskedByName,
        ["comment"] = retirement.Comment,
    };

    /// <summary>A question about an older version is answered by the newer one; the newest question takes its place.</summary>
    private static Task<int> DropOlderAsync(OpsDbContext db, PolicyRetirement retirement, CancellationToken cancellation) => db.Set<PolicyRetirement>()
        .Where(row => row.PolicyId == retirement.PolicyId && row.State == RetirementState.Asked)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RetirementState.Declined).SetProperty(row => row.EndedAt, retirement.AskedAt), cancellation);

    private void End(PolicyRetirement retirement, RetirementState state, Actor by, string? comment)
    {
        retirement.State = state;
        retirement.EndedAt = clock.GetUtcNow();
        retirement.EndedBy = by.Id;
        retirement.EndedByName = by.Name;
        retirement.Comment = comment;
    }

    private PolicyRetirement Retirement(Actor actor, string policyId, int version, string reason) => new()
    {
        Id = Ids.New(clock),
        PolicyId = policyId,
        Version = version,
        State = RetirementState.Asked,
        Reason = reason,
        AskedAt = clock.GetUtcNow(),
        AskedBy = actor.Id,
        AskedByName = actor.Name,
    };

    private Task<RetireOutcome> EndAsync(
        Actor actor, Guid retirementId, Func<OpsDbContext, PolicyRetirement, Task<RetireOutcome>> end, CancellationToken cancellation, bool mayBeAsker = false) => database.WriteAsync<RetireOutcome>(
        async db =>
        {
            if (await db.Set<PolicyRetirement>().FindAsync([retirementId], cancellation) is not { } asked)
            {
                return new RetireOutcome.Refused(new PolicyRefusal.NothingToConfirm());
            }

            var newest = await PolicyHistory.NewestAsync(db, asked.PolicyId, cancellation);
            var refusal = mayBeAsker && asked.AskedBy == actor.Id && asked.State == RetirementState.Asked ? null : PolicyRights.RefuseConfirming(actor, asked);
            refusal ??= newest?.Version == asked.Version ? null : new PolicyRefusal.NothingToConfirm();
            var outcome = refusal is null ? await end(db, asked) : new RetireOutcome.Refused(refusal);
            if (outcome is RetireOutcome.Refused because)
            {
                await ledger.RefuseAsync(db, actor, "policy.retirement-refused", asked.PolicyId, because.Refusal, cancellation);
            }

            return outcome;
        },
        cancellation);
}
