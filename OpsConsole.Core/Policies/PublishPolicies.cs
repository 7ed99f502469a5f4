using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies;

/// <summary>A policy as it stands in a file.</summary>
public sealed record PolicyFile(string Name, string Text);

public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>All files are in force; those whose text had not changed kept their version.</summary>
    public sealed record Published(IReadOnlyList<PolicyVersion> Added, int Unchanged) : PublishOutcome;

    /// <summary>Nothing was published, because of these faults.</summary>
    public sealed record Faulty(IReadOnlyList<ConfigError> Errors) : PublishOutcome;

    public sealed record Forbidden(NotAllowed Lacking) : PublishOutcome;
}

/// <summary>
/// Puts policies in force, all of them or none. A text that differs from the version in force becomes the next version. It is for whoever
/// may change policies or packs, and for the console itself, which loads at start the packs that the operator configured.
/// </summary>
public sealed class PublishPolicies(OpsDatabase database, IAuditLog audit, PoliciesInForce policies, TimeProvider clock)
{
    public async Task<PublishOutcome> PublishAsync(Actor actor, IReadOnlyList<PolicyFile> files, CancellationToken cancellation)
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

        var added = await database.WriteAsync(db => StoreAsync(db, actor, [.. read.Select(entry => (entry.File, entry.Policy!))], cancellation), cancellation);
        await policies.ReloadAsync(cancellation);
        return new PublishOutcome.Published(added, files.Count - added.Count);
    }

    private static IEnumerable<ConfigError> Twice(List<(string File, string Id)> policies) => policies
        .Where((policy, index) => policies.FindIndex(other => other.Id == policy.Id) < index)
        .Select(policy => new ConfigError(policy.File, 1, $"another file has the policy '{policy.Id}' too"));

    private async Task<List<PolicyVersion>> StoreAsync(OpsDbContext db, Actor actor, IReadOnlyList<(PolicyFile File, Policy Policy)> read, CancellationToken cancellation)
    {
        var added = new List<PolicyVersion>();
        foreach (var (file, policy) in read)
        {
            var newest = await db.Set<PolicyVersion>().Where(row => row.PolicyId == policy.Id).OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellation);
            if (newest?.Digest == policy.Digest && PolicyReader.Digest(newest.Text) == newest.Digest)
            {
                continue;
            }

            var next = Row(actor, file, policy, (newest?.Version ?? 0) + 1);
            added.Add(next);
            db.Add(next);
            db.Announce("policy", policy.Id);
            var details = new JsonObject { ["version"] = next.Version, ["digest"] = next.Digest, ["before"] = newest?.Digest, ["file"] = file.Name };
            await audit.AppendAsync(db, new AuditEntry(actor, "policy.published", $"policy/{policy.Id}", "ok", details), cancellation);
        }

        return added;
    }

    private PolicyVersion Row(Actor actor, PolicyFile file, Policy policy, int version) => new()
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
    };
}
