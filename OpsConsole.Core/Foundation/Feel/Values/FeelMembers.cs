using System.Text.Json.Nodes;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// The members of a context. Those of a JSON object become values only when they are asked for, and are then kept: mostly few are, so that
/// looking through them is quicker than hashing.
/// </summary>
internal sealed class FeelMembers
{
    private const int Few = 8;

    private readonly JsonObject? _source;
    private (string Name, FeelValue Value)[] _asked = [];
    private int _askedCount;
    private Dictionary<string, FeelValue>? _values;

    private Func<string, FeelValue?>? _find;

    private FeelMembers(JsonObject? source) => _source = source;

    public IEnumerable<string> Names => _source?.Select(member => member.Key) ?? _values?.Keys ?? Enumerable.Empty<string>();

    public static FeelMembers Of(JsonObject source) => new(source);

    /// <summary>A later member replaces an earlier one of the same name.</summary>
    public static FeelMembers Of(IEnumerable<KeyValuePair<string, FeelValue>> members)
    {
        var result = new FeelMembers(null) { _values = new Dictionary<string, FeelValue>(StringComparer.Ordinal) };
        foreach (var (name, value) in members)
        {
            result._values[name] = value;
        }

        return result;
    }

    /// <summary>Members that are found out when they are asked for, each once.</summary>
    public static FeelMembers Lazy(Func<string, FeelValue?> find) => new(null) { _find = find };

    public FeelValue? Find(string name)
    {
        for (var index = 0; index < _askedCount; index++)
        {
            if (_asked[index].Name == name)
            {
                return _asked[index].Value;
            }
        }

        if (_values?.TryGetValue(name, out var value) == true)
        {
            return value;
        }

        if (_find?.Invoke(name) is { } found)
        {
            return Keep(name, found);
        }

        return _source is not null && _source.TryGetPropertyValue(name, out var node) ? Keep(name, FeelJson.Read(node)) : null;
    }

    private FeelValue Keep(string name, FeelValue value)
    {
        if (_askedCount == Few)
        {
            (_values ??= new Dictionary<string, FeelValue>(StringComparer.Ordinal))[name] = value;
            return value;
        }

        if (_askedCount == _asked.Length)
        {
            Array.Resize(ref _asked, Math.Max(Few / 2, 2 * _askedCount));
        }

        _asked[_askedCount++] = (name, value);
        return value;
    }
}
