using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Authoring;

namespace OpsConsole.Core.Policies;

/// <summary>What a policy is doing now.</summary>
public enum PolicyStanding
{
    /// <summary>It governs.</summary>
    InForce,

    /// <summary>It will govern from its first day on; until then nothing does in its name.</summary>
    Upcoming,

    /// <summary>Its last day is over; it governs nothing.</summary>
    Ended,

    /// <summary>Two people ended it; it governs nothing.</summary>
    Retired,

    /// <summary>Its stored text cannot be read, so that whatever it governs is denied.</summary>
    Unreadable,
}

/// <summary>One line of the list.</summary>
/// <param name="Version">The version in force; the newest where none is.</param>
/// <param name="Policy">It compiled; null when its text cannot be read.</param>
public sealed record PolicySummary(string Id, int Version, string Title, string Owner, Policy? Policy, string? Problem, DateTimeOffset PublishedAt, string PublishedByName)
{
    public required PolicyStanding Standing { get; init; }

    /// <summary>A newer version that waits for its first day; null when there is none.</summary>
    public Policy? Next { get; init; }

    /// <summary>A question to retire it that waits for a second person.</summary>
    public PolicyRetirement? Retirement { get; init; }

    /// <summary>Drafts of it that are being written or reviewed, the newest first.</summary>
    public IReadOnlyList<DraftSummary> Drafts { get; init; } = [];
}

/// <summary>One version with those before and after it.</summary>
/// <param name="Shown">The version asked for, compiled; null when its text cannot be read.</param>
/// <param name="History">All versions, the newest first.</param>
public sealed record PolicyDetail(PolicyVersion Version, Policy? Shown, string? Problem, IReadOnlyList<PolicyVersion> History)
{
    public required PolicySummary Summary { get; init; }

    /// <summary>All questions to retire it, the newest first.</summary>
    public IReadOnlyList<PolicyRetirement> Retirements { get; init; } = [];

    /// <summary>Action types that would be left without any policy if it were retired now.</summary>
    public IReadOnlyList<string> OnlyHere { get; init; } = [];

    /// <summary>Null when this actor may confirm the retirement that is asked for, else why not.</summary>
    public PolicyRefusal? ConfirmRefusal { get; init; }
}

/// <summary>Shows the policies to whoever may see them; nobody else gets anything.</summary>
public sealed class ReadPolicies(OpsDatabase database, IPolicies policies, ReadDrafts drafts, TimeProvider clock)
{
    public async Task<IReadOnlyList<PolicySummary>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.PoliciesView))
        {
            return [];
        }

        var inForce = policies.InForce;
        var shown = inForce.Policies.Select(policy => policy.Id + "/" + policy.Version).ToList();
        var (versions, retirements) = await database.ReadAsync(
            async db => (await PolicyHistory.Newest(db).Union(db.Set<PolicyVersion>().Where(row => shown.Contains(row.PolicyId + "/" + row.Version))).ToListAsync(cancellation),
                await db.Set<PolicyRetirement>().Where(row => row.State != RetirementState.Declined).ToListAsync(cancellation)),
            cancellation);
        var open = (await drafts.ListAsync(actor, cancellation)).ToLookup(draft => draft.PolicyId);
        return [.. versions.GroupBy(row => row.PolicyId)
            .Select(history => Summary(inForce, [.. history.OrderByDescending(row => row.Version)], retirements) with { Drafts = [.. open[history.Key]] })
            .OrderBy(summary => summary.Title, StringComparer.CurrentCultureIgnoreCase).ThenBy(summary => summary.Id, StringComparer.Ordinal)];
    }

    /// <param name="version">The version to show; null for the one in force, or the newest where none is.</param>
    public async Task<PolicyDetail?> FindAsync(Actor actor, string id, int? version, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.PoliciesView))
        {
            return null;
        }

        var (history, retirements) = await database.ReadAsync(
            async db => (await db.Set<PolicyVersion>().Where(row => row.PolicyId == id).OrderByDescending(row => row.Version).ToListAsync(cancellation),
                await db.Set<PolicyRetirement>().Where(row => row.PolicyId == id).OrderByDescending(row => row.AskedAt).ToListAsync(cancellation)),
            cancellation);
        if (history.Count == 0)
        {
            return null;
        }

        var stands = Standing(history[0], retirements);
        var summary = Summary(policies.InForce, history, retirements);
        if (history.Find(row => row.Version == (version ?? summary.Version)) is not { } shown)
        {
            return null;
        }

        var (policy, problem) = InForceReader.Compile(shown);
        return new PolicyDetail(shown, policy, problem?.Problem, history)
        {
            Summary = summary with { Drafts = [.. (await drafts.ListAsync(actor, cancellation)).Where(draft => draft.PolicyId == id)] },
            Retirements = retirements,
            OnlyHere = Coverage.LostWithout(policies.InForce, id),
            ConfirmRefusal = stands is null ? new PolicyRefusal.NothingToConfirm() : PolicyRights.RefuseConfirming(actor, stands),
        };
    }

    private static PolicyRetirement? Standing(PolicyVersion newest, List<PolicyRetirement> retirements) =>
        retirements.Find(row => row.PolicyId == newest.PolicyId && row.Version == newest.Version && row.State != RetirementState.Declined);

    /// <param name="history">Versions of one policy, the newest first; at least that and the one in force.</param>
    private PolicySummary Summary(PolicySet inForce, List<PolicyVersion> history, List<PolicyRetirement> retirements)
    {
        var newest = history[0];
        var retirement = Standing(newest, retirements);
        var governing = inForce.Policies.FirstOrDefault(policy => policy.Id == newest.PolicyId);
        var unreadable = inForce.Unreadable.FirstOrDefault(policy => policy.Id == newest.PolicyId);
        var latest = governing?.Version == newest.Version ? governing : InForceReader.Compile(newest).Policy;
        var row = history.Find(version => version.Version == governing?.Version) ?? newest;
        return new PolicySummary(row.PolicyId, row.Version, row.Title, row.Owner, governing ?? latest, unreadable?.Problem, row.PublishedAt, row.PublishedByName)
        {
            Standing = retirement?.State == RetirementState.Confirmed ? PolicyStanding.Retired
                : unreadable is not null || latest is null ? PolicyStanding.Unreadable
                : governing is not null ? PolicyStanding.InForce
                : latest.From > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) ? PolicyStanding.Upcoming
                : PolicyStanding.Ended,
            Next = governing is not null && latest?.Version > governing.Version ? latest : null,
            Retirement = retirement?.State == RetirementState.Asked ? retirement : null,
        };
    }
}
