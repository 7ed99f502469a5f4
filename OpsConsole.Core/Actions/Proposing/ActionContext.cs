using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>What was read for an action: values by alias, and the version of each record among them.</summary>
public sealed class ActionContext
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _records = new(StringComparer.Ordinal);
    private readonly List<SystemRecord> _read = [];

    /// <summary>Alias → record body, operation answer, or a list of either.</summary>
    public JsonObject Values { get; } = [];

    /// <summary>Every record that was read, whatever its alias.</summary>
    public IReadOnlyList<SystemRecord> Records => _read;

    public void Add(string alias, JsonNode? value) => Values[alias] = value;

    public void AddRecord(string alias, SystemRecord record)
    {
        if (!_records.TryGetValue(alias, out var versions))
        {
            _records[alias] = versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        versions[record.Ref.ToString()] = record.Version;
        _read.Add(record);
    }

    /// <summary>Record → version, over the given aliases.</summary>
    public JsonObject VersionsOf(IEnumerable<string> aliases) => Versions(aliases.Where(_records.ContainsKey).SelectMany(alias => _records[alias]));

    /// <summary>Record → version, over all aliases.</summary>
    public JsonObject AllVersions() => Versions(_records.Values.SelectMany(versions => versions));

    /// <summary>Alias → record → version.</summary>
    public JsonObject RecordsAsJson() => new(_records.Select(alias => KeyValuePair.Create(alias.Key, (JsonNode?)Versions(alias.Value))));

    private static JsonObject Versions(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var versions = new JsonObject();
        foreach (var (record, version) in pairs)
        {
            versions[record] = version;
        }

        return versions;
    }
}
