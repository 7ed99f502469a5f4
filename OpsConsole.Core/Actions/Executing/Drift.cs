using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>What reads differently from when the contract was made.</summary>
/// <param name="Records">Record → its version now, for every record whose version is another.</param>
/// <param name="Unversioned">Whether something changed that has no version: the answer of a read operation, or which records are read at all.</param>
internal sealed record Drift(IReadOnlyDictionary<string, string> Records, bool Unversioned)
{
    public bool IsNone => Records.Count == 0 && !Unversioned;

    public static Drift Of(ProposedAction decided, ActionContext fresh)
    {
        var values = ActionJson.ReadObject(decided.ContextJson);
        var records = ActionJson.ReadObject(decided.RecordsJson);
        var now = fresh.RecordsAsJson();
        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        var unversioned = false;
        foreach (var alias in values.Select(value => value.Key).Union(fresh.Values.Select(value => value.Key)))
        {
            var before = records[alias] as JsonObject ?? [];
            var after = now[alias] as JsonObject ?? [];
            var moved = after.Where(pair => (string?)pair.Value != (string?)before[pair.Key]).ToList();
            foreach (var (record, version) in moved)
            {
                changed[record] = (string?)version ?? "";
            }

            unversioned |= before.Select(pair => pair.Key).Except(after.Select(pair => pair.Key)).Any();
            unversioned |= moved.Count == 0 && CanonicalJson.Write(values[alias]) != CanonicalJson.Write(fresh.Values[alias]);
        }

        return new Drift(changed, unversioned);
    }

    /// <summary>Whether each change is exactly what our own verified actions left behind.</summary>
    public bool IsExplainedBy(IReadOnlyDictionary<string, string> own) =>
        !Unversioned && Records.All(record => own.TryGetValue(record.Key, out var version) && version == record.Value);
}
