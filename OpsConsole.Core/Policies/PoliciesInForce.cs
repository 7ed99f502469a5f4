using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies;

/// <summary>Keeps the newest version of every policy compiled in memory, read from storage at the first question and anew after each publishing.</summary>
public sealed class PoliciesInForce(OpsDatabase database, ChangeFeed feed) : IPolicies, IDisposable
{
    /// <summary>Tells that what is in force has changed in memory too, which is later than the commit.</summary>
    public const string InForceTopic = "policies-in-force";

    private readonly SemaphoreSlim _reading = new(1, 1);
    private PolicySet? _set;

    public IReadOnlyList<UnreadablePolicy> Problems => InForce.Unreadable;

    public PolicySet InForce => Volatile.Read(ref _set) ?? Load();

    public PolicyVerdict Decide(string actionType, JsonObject input) => PolicyEngine.Decide(InForce, actionType, input);

    /// <summary>Reads storage again; to be called once a publishing was committed. One read at a time, so that an older one cannot replace a newer.</summary>
    public async Task ReloadAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            Volatile.Write(ref _set, await ReadAsync(cancellation));
        }
        finally
        {
            _reading.Release();
        }

        feed.Publish(new Change(InForceTopic, ""));
    }

    public void Dispose() => _reading.Dispose();

    /// <summary>Waits for the read: the questions are synchronous because all but the first are answered from memory.</summary>
    private PolicySet Load()
    {
        _reading.Wait();
        try
        {
            return _set ??= ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<PolicySet> ReadAsync(CancellationToken cancellation)
    {
        var newest = await database.ReadAsync(
            db => db.Set<PolicyVersion>().Where(row => row.Version == db.Set<PolicyVersion>().Where(other => other.PolicyId == row.PolicyId).Max(other => other.Version)).ToListAsync(cancellation),
            cancellation);
        var policies = new List<Policy>();
        var unreadable = new List<UnreadablePolicy>();
        foreach (var row in newest)
        {
            var errors = new List<ConfigError>();
            if (PolicyReader.Digest(row.Text) != row.Digest)
            {
                unreadable.Add(Unreadable(row, "its text was changed after it was published"));
            }
            else if (PolicyReader.Read(row.File, row.Text, row.Version, errors) is { } policy)
            {
                policies.Add(policy);
            }
            else
            {
                unreadable.Add(Unreadable(row, errors[0].ToString()));
            }
        }

        return new PolicySet(policies, unreadable);
    }

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
