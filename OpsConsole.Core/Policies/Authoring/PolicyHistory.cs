using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>The stored versions of policies as handlers ask for them.</summary>
internal static class PolicyHistory
{
    public static Task<PolicyVersion?> NewestAsync(OpsDbContext db, string policyId, CancellationToken cancellation) =>
        db.Set<PolicyVersion>().Where(row => row.PolicyId == policyId).OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellation);

    public static Task<PolicyVersion?> FindAsync(OpsDbContext db, string policyId, int version, CancellationToken cancellation) =>
        db.Set<PolicyVersion>().SingleOrDefaultAsync(row => row.PolicyId == policyId && row.Version == version, cancellation);

    /// <summary>The newest version of each policy.</summary>
    public static IQueryable<PolicyVersion> Newest(OpsDbContext db) => db.Set<PolicyVersion>()
        .Where(row => row.Version == db.Set<PolicyVersion>().Where(other => other.PolicyId == row.PolicyId).Max(other => other.Version));

    /// <summary>The retirement of a policy's newest version, asked or confirmed; null when there is none.</summary>
    public static Task<PolicyRetirement?> RetirementAsync(OpsDbContext db, PolicyVersion newest, CancellationToken cancellation) =>
        db.Set<PolicyRetirement>().SingleOrDefaultAsync(
            row => row.PolicyId == newest.PolicyId && row.Version == newest.Version && row.State != RetirementState.Declined, cancellation);
}
