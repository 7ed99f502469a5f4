using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies.Authoring;

namespace OpsConsole.Core.Policies;

/// <summary>What is in force on a day, and until when that holds if nothing is published.</summary>
/// <param name="Until">The next moment at which a version begins or ends; null when none does.</param>
internal sealed record InForceUntil(PolicySet Set, DateTimeOffset? Until);

/// <summary>
/// Reads what is in force: of each policy the newest version whose first day has come. A policy whose version has ended, or which was
/// retired, governs nothing. A version that cannot be read denies what it governs, whatever its days may have been.
/// </summary>
internal sealed class InForceReader(OpsDatabase database)
{
    public async Task<InForceUntil> ReadAsync(DateTimeOffset now, CancellationToken cancellation) => await database.ReadAsync(
        async db =>
        {
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            var policies = new List<Policy>();
            var unreadable = new List<UnreadablePolicy>();
            var turns = new List<DateOnly>();
            var retired = await db.Set<PolicyRetirement>().Where(row => row.State == RetirementState.Confirmed).ToListAsync(cancellation);
            foreach (var newest in await PolicyHistory.Newest(db).OrderBy(row => row.PolicyId).ToListAsync(cancellation))
            {
                if (!retired.Any(row => row.PolicyId == newest.PolicyId && row.Version == newest.Version))
                {
                    await ChooseAsync(db, newest, today, policies, unreadable, turns, cancellation);
                }
            }

            return new InForceUntil(new PolicySet(policies, unreadable), turns.Count == 0 ? null : new DateTimeOffset(turns.Min(), TimeOnly.MinValue, TimeSpan.Zero));
        },
        cancellation);

    /// <summary>The policy, or why its stored text cannot be believed.</summary>
    public static (Policy? Policy, UnreadablePolicy? Unreadable) Compile(PolicyVersion row)
    {
        if (PolicyReader.Digest(row.Text) != row.Digest)
        {
            return (null, Unreadable(row, "its text was changed after it was published"));
        }

        var errors = new List<ConfigError>();
        return PolicyReader.Read(row.File, row.Text, row.Version, errors) is { } policy ? (policy, null) : (null, Unreadable(row, errors[0].ToString()));
    }

    private static async Task ChooseAsync(
        OpsDbContext db, PolicyVersion newest, DateOnly today, List<Policy> policies, List<UnreadablePolicy> unreadable, List<DateOnly> turns, CancellationToken cancellation)
    {
        for (var row = newest; row is not null; row = await BeforeAsync(db, row, cancellation))
        {
            var (policy, problem) = Compile(row);
            if (problem is not null)
            {
                unreadable.Add(problem);
                return;
            }

            if (policy!.From is { } from && from > today)
            {
                turns.Add(from);
                continue;
            }

            if (policy.Until is not { } until || until >= today)
            {
                policies.Add(policy);
                AddEnd(policy, turns);
            }

            return;
        }
    }

    private static void AddEnd(Policy policy, List<DateOnly> turns)
    {
        if (policy.Until is { } until && until < DateOnly.MaxValue)
        {
            turns.Add(until.AddDays(1));
        }
    }

    private static Task<PolicyVersion?> BeforeAsync(OpsDbContext db, PolicyVersion row, CancellationToken cancellation) => db.Set<PolicyVersion>()
        .Where(other => other.PolicyId == row.PolicyId && other.Version < row.Version).OrderByDescending(other => other.Version).FirstOrDefaultAsync(cancellation);

    private static UnreadablePolicy Unreadable(PolicyVersion row, string problem) => new(row.PolicyId, row.Version, row.Title, Governs(row), row.Digest, problem);

    /// <summary>What a policy governs is kept beside its text; if that is lost too, it governs all.</summary>
    private static IReadOnlyList<string> Governs(PolicyVersion row)
    {
        try
        {
            return JsonSerializer.Deserialize<List<string>>(row.GovernsJson) is { Count: > 0 } governs ? governs : [Policy.AllActionTypes];
        }
        catch (JsonException)
        {
            return [Policy.AllActionTypes];
        }
    }
}
