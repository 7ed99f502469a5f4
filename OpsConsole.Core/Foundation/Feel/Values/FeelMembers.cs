using System.Text.Json.Nodes;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>The members of a context. Those of a JSON object become values only when they are asked for.</summary>
internal sealed class FeelMembers
{
    private readonly JsonObject? _source;
    private readonly Dictionary<string, FeelValue> _values = new(StringComparer.Ordinal);

    private FeelMembers(JsonObject? source) => _source = source;

    public IEnumerable<string> Names => _source?.Select(member => member.Key) ?? _values.Keys;

    public static FeelMembers Of(JsonObject source) => new(source);

    /// <summary>A later member replaces an earlier one of the same name.</summary>
    public static FeelMembers Of(IEnumerable<KeyValuePair<string, FeelValue>> members)
    {
        var result = new FeelMembers(null);
        foreach (var (name, value) in members)
        {
            result._values[name] = value;
        }

        return result;
    }

    public FeelValue? Find(string name)
    {
        if (_values.TryGetValue(name, out var value))
        {
            return value;
        }

        if (_source is null || !_source.TryGetPropertyValue(name, out var node))
        {
            return null;
        }

        return _values[name] = FeelJson.Read(node);
    }
}
