using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Authoring;

namespace OpsConsole.Core.Policies;

/// <summary>A policy as it stands in a file.</summary>
public sealed record PolicyFile(string Name, string Text);

public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>Each file is in force, or waits for a second person; those whose text had not changed kept their version.</summary>
    public sealed record Published(IReadOnlyList<PolicyVersion> Added, int Unchanged) : PublishOutcome
    {
        /// <summary>Changes of policies in force, which a second person publishes.</summary>
        public IReadOnlyList<PolicyDraft> InReview { get; init; } = [];
    }

    /// <summary>Nothing was published, because of these faults.</summary>
    public sealed record Faulty(IReadOnlyList<ConfigError> Errors) : PublishOutcome;

    public sealed record Forbidden(NotAllowed Lacking) : PublishOutcome;
}

/// <summary>
/// Takes over policies from files, all of them or none (docs/decisions/0007). A policy that is new comes into force. A change of one comes
/// into force only at a start, for the operator's own packs, and only where nobody has changed it in the console since; otherwise it becomes
/// a draft in review, which a second person publishes.
/// </summary>
public sealed class PublishPolicies(OpsDatabase database, IAuditLog audit, PoliciesInForce policies, TimeProvider clock)
{
    /// <summary>Takes over policies that belong to no pack.</summary>
    public Task<PublishOutcome> PublishAsync(Actor actor, IReadOnlyList<PolicyFile> files, CancellationToken cancellation) => PublishAsync(actor, "", files, cancellation);

    /// <param name="origin">The id of the pack that the files belong to.</param>
    public async Task<PublishOutcome> PublishAsync(Actor actor, string origin, IReadOnlyList<PolicyFile> files, CancellationToken cancellation)
    {
        if (actor.Kind != ActorKind.System && !actor.May(Permissions.PoliciesChange) && !actor.May(Permissions.PacksChange))
        {
            await audit.AppendAsync(new AuditEntry(actor, "policy.publishing-refused", "policies", "refused", new JsonObject { ["lacking"] = Permissions.PoliciesChange }), cancellation);
            return new PublishOutcome.Forbidden(new NotAllowed(Permissions.PoliciesChange));
        }

        var errors = new List<ConfigError>();
        var read = files.Select(file => (File: file, Policy: PolicyReader.Read(file.Name, file.Text, 0, errors))).ToList();
        errors.AddRange(Twice([.. read.Where(entry => entry.Policy is not null).Select(entry => (entry.File.Name, entry.Policy!.Id))]));
        if (errors.Count > 0)
        {
            return new PublishOutcome.Faulty(errors);
        }

        var outcome = await database.WriteAsync(db => StoreAsync(db, actor, origin, [.. read.Select(entry => (entry.File, entry.Policy!))], cancellation), cancellation);
        await policies.ReloadAsync(cancellation);
        return outcome;
    }

    private static IEnumerable<ConfigError> Twice(List<(string File, string Id)> policies) => policies
        .Where((policy, index) => policies.FindIndex(other => other.Id == policy.Id) < index)
        .Select(policy => new ConfigError(policy.File, 1, $"another file has the policy '{policy.Id}' too"));

    private async Task<PublishOutcome.Published> StoreAsync(
        OpsDbContext db, Actor actor, string origin, IReadOnlyList<(PolicyFile File, Policy Policy)> read, CancellationToken cancellation)
    {
        var added = new List<PolicyVersion>();
        var inReview = new List<PolicyDraft>();
        foreach (var (file, policy) in read)
        {
            var newest = await PolicyHistory.NewestAsync(db, policy.Id, cancellation);
            switch (await WayAsync(db, actor, origin, policy, newest, cancellation))
            {
                case Way.IntoForce:
                    added.Add(await PublishAsync(db, actor, origin, file, policy, newest, cancellation));
                    break;
                case Way.ToReview:
                    inReview.Add(await ReviewAsync(db, actor, origin, file, policy, newest!, cancellation));
                    break;
            }
        }

        return new PublishOutcome.Published(added, read.Count - added.Count - inReview.Count) { InReview = inReview };
    }

    private static async Task<Way> WayAsync(OpsDbContext db, Actor actor, string origin, Policy policy, PolicyVersion? newest, CancellationToken cancellation)
    {
        if (newest is null)
        {
            return Way.IntoForce;
        }

        if (newest.Digest == policy.Digest)
        {
            // The very text that was published: where storage has damaged it, this repairs it.
            return PolicyReader.Digest(newest.Text) == newest.Digest ? Way.None : Way.IntoForce;
        }

        if (actor.Kind == ActorKind.System && await IsPacksAloneAsync(db, origin, newest, cancellation))
        {
            return Way.IntoForce;
        }

        var isKnown = origin.Length > 0 && actor.Kind == ActorKind.System && await db.Set<PolicyVersion>().Where(row => row.PolicyId == policy.Id && row.Origin == origin)
            .OrderByDescending(row => row.Version).Select(row => row.Digest).FirstOrDefaultAsync(cancellation) == policy.Digest;
        var isAsked = await db.Set<PolicyDraft>().AnyAsync(
            row => row.PolicyId == policy.Id && row.Origin == origin && row.Digest == policy.Digest && (row.State == DraftState.InReview || actor.Kind == ActorKind.System), cancellation);
        return isKnown || isAsked ? Way.None : Way.ToReview;
    }

    /// <summary>Whether nobody but this pack has had a say since: neither a change in the console nor a retirement stands against its text.</summary>
    private static async Task<bool> IsPacksAloneAsync(OpsDbContext db, string origin, PolicyVersion newest, CancellationToken cancellation) =>
        newest.Origin == origin && newest.DraftId is null && await PolicyHistory.RetirementAsync(db, newest, cancellation) is not { State: RetirementState.Confirmed };

    private async Task<PolicyVersion> PublishAsync(
        OpsDbContext db, Actor actor, string origin, PolicyFile file, Policy policy, PolicyVersion? newest, CancellationToken cancellation)
    {
        var next = Row(actor, origin, file, policy, (newest?.Version ?? 0) + 1);
        db.Add(next);
        db.Announce("policy", policy.Id);
        var details = new JsonObject { ["version"] = next.Version, ["digest"] = next.Digest, ["before"] = newest?.Digest, ["file"] = file.Name };
        await audit.AppendAsync(db, new AuditEntry(actor, "policy.published", $"policy/{policy.Id}", "ok", details), cancellation);
        return next;
    }

    private async Task<PolicyDraft> ReviewAsync(
        OpsDbContext db, Actor actor, string origin, PolicyFile file, Policy policy, PolicyVersion newest, CancellationToken cancellation)
    {
        var draft = PolicyDraft.New(Ids.New(clock), policy.Document, newest.Version, actor, clock.GetUtcNow());
        draft.Submit(file.Text, origin.Length == 0 ? $"From the file {file.Name}." : $"From the pack {origin}.", actor, clock.GetUtcNow());
        (draft.File, draft.Origin) = (file.Name, origin);
        db.Add(draft);
        db.Announce("policy", policy.Id);
        await audit.AppendAsync(db, new AuditEntry(actor, "policy.submitted", $"policy/{policy.Id}", "ok", PolicyLedger.Describe(draft)), cancellation);
        return draft;
    }

    private PolicyVersion Row(Actor actor, string origin, PolicyFile file, Policy policy, int version) => new()
    {
        Id = Ids.New(clock),
        PolicyId = policy.Id,
        Version = version,
        Title = policy.Title,
        Owner = policy.Owner,
        GovernsJson = JsonSerializer.Serialize(policy.Governs),
        File = file.Name,
        Text = file.Text,
        Digest = policy.Digest,
        PublishedAt = clock.GetUtcNow(),
        PublishedBy = actor.Id,
        PublishedByName = actor.Name,
        Origin = origin,
    };

    private enum Way
    {
        None,
        IntoForce,
        ToReview,
    }
}
