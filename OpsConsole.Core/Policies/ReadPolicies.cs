using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies;

/// <summary>One line of the list: the version in force. <paramref name="Policy"/> is null when its text cannot be read.</summary>
public sealed record PolicySummary(string Id, int Version, string Title, string Owner, Policy? Policy, string? Problem, DateTimeOffset PublishedAt, string PublishedByName);

/// <summary>One version with those before and after it.</summary>
/// <param name="Shown">The version asked for, compiled; null when its text cannot be read.</param>
/// <param name="History">All versions, the newest first.</param>
public sealed record PolicyDetail(PolicyVersion Version, Policy? Shown, string? Problem, IReadOnlyList<PolicyVersion> History);

/// <summary>Shows the policies to whoever may see them; nobody else gets anything.</summary>
public sealed class ReadPolicies(OpsDatabase database, IPolicies policies)
{
    public async Task<IReadOnlyList<PolicySummary>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.PoliciesView))
        {
            return [];
        }

        var newest = await database.ReadAsync(
            db => db.Set<PolicyVersion>().Where(row => row.Version == db.Set<PolicyVersion>().Where(other => other.PolicyId == row.PolicyId).Max(other => other.Version))
                .OrderBy(row => row.Title).ToListAsync(cancellation),
            cancellation);
        var inForce = policies.InForce;
        return [.. newest.Select(row => new PolicySummary(
            row.PolicyId,
            row.Version,
            row.Title,
            row.Owner,
            inForce.Policies.FirstOrDefault(policy => policy.Id == row.PolicyId),
            inForce.Unreadable.FirstOrDefault(policy => policy.Id == row.PolicyId)?.Problem,
            row.PublishedAt,
            row.PublishedByName))];
    }

    /// <param name="version">The version to show; null for the one in force.</param>
    public async Task<PolicyDetail?> FindAsync(Actor actor, string id, int? version, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.PoliciesView))
        {
            return null;
        }

        var history = await database.ReadAsync(
            db => db.Set<PolicyVersion>().Where(row => row.PolicyId == id).OrderByDescending(row => row.Version).ToListAsync(cancellation), cancellation);
        if ((version is null ? history.FirstOrDefault() : history.Find(row => row.Version == version)) is not { } shown)
        {
            return null;
        }

        var errors = new List<ConfigError>();
        var policy = PolicyReader.Read(shown.File, shown.Text, shown.Version, errors);
        return new PolicyDetail(shown, policy, errors.FirstOrDefault()?.ToString(), history);
    }
}
