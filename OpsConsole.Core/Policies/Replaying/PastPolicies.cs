using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>Finds the exact policies that a past decision was made by, compiled. Few sets are ever asked for, so the last ones are kept.</summary>
public sealed class PastPolicies(OpsDatabase database, IPolicies policies)
{
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<string, PolicySet> _kept = new(StringComparer.Ordinal);

    /// <summary>The policies of that time; null when a version is gone or its text is no longer what was published.</summary>
    public async Task<PolicySet?> FindAsync(DecisionRecord record, CancellationToken cancellation)
    {
        if (policies.InForce.Governing(record.ActionTypeId, record.CaseTypeId).Digest == record.PolicyDigest)
        {
            return policies.InForce;
        }

        var key = $"{record.PolicyDigest} {record.PolicyVersions}";
        if (_kept.TryGetValue(key, out var known))
        {
            return known;
        }

        var set = await ReadAsync(record.PolicyVersions, cancellation);
        if (set?.Governing(record.ActionTypeId, record.CaseTypeId).Digest != record.PolicyDigest)
        {
            return null;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept[key] = set;
    }

    private async Task<PolicySet?> ReadAsync(string versions, CancellationToken cancellation)
    {
        var found = new List<Policy>();
        foreach (var name in versions.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = name.LastIndexOf('@');
            if (at < 0 || !int.TryParse(name.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                return null;
            }

            var id = name[..at];
            var row = await database.ReadAsync(
                db => db.Set<PolicyVersion>().SingleOrDefaultAsync(row => row.PolicyId == id && row.Version == version, cancellation), cancellation);
            if (row is null || PolicyReader.Read(row.File, row.Text, row.Version, []) is not { } policy)
            {
                return null;
            }

            found.Add(policy);
        }

        return found.Count == 0 ? null : new PolicySet(found, []);
    }
}
