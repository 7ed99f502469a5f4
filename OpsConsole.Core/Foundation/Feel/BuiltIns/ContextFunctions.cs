using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Contexts (DMN 1.5, 10.3.4.10).</summary>
internal static class ContextFunctions
{
    public static readonly FeelValue.Function[] All =
    [
        Define("get value", "m, key", GetValue),
        Define("get entries", "m", call => call.Context(0) is { } members ? Entries(members) : null),
        Define("context", "entries", FromEntries),
        Define("context put", "context, key, value | context, keys, value", Put),
        Define("context merge", "contexts", Merge),
    ];

    /// <summary>A member that may be missing, which is no problem here. A list of keys leads through contexts in contexts.</summary>
    private static FeelValue? GetValue(BuiltInArguments call)
    {
        if (call.Context(0) is not { } members)
        {
            return null;
        }

        if (call.Single(1) is not FeelValue.List { Items: { Count: > 0 } keys })
        {
            return call.Text(1) is { } key ? members.Find(key) : null;
        }

        FeelValue? value = call.Single(0);
        foreach (var key in keys)
        {
            value = key is FeelValue.Text { Value: var name } && value is FeelValue.Context context ? context.Members.Find(name) : null;
        }

        return value;
    }

    private static FeelValue.List Entries(FeelMembers members)
    {
        var entries = new List<FeelValue>();
        foreach (var name in members.Names)
        {
            entries.Add(new FeelValue.Context(FeelMembers.Of(
                [KeyValuePair.Create<string, FeelValue>("key", new FeelValue.Text(name)), KeyValuePair.Create("value", members.Find(name)!)])));
        }

        return new FeelValue.List(entries);
    }

    private static FeelValue? FromEntries(BuiltInArguments call)
    {
        if (call.List(0) is not { } items)
        {
            return null;
        }

        var members = new Dictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item is not FeelValue.Context entry || entry.Members.Find("key") is not FeelValue.Text key || entry.Members.Find("value") is not { } value)
            {
                return call.Problem("wants entries with 'key' and 'value'");
            }

            if (!members.TryAdd(key.Value, value))
            {
                return call.Problem($"has '{key.Value}' twice");
            }
        }

        return new FeelValue.Context(FeelMembers.Of(members));
    }

    private static FeelValue? Put(BuiltInArguments call)
    {
        if (call.Context(0) is not { } members)
        {
            return null;
        }

        if (call[1] is not FeelValue.List { Items: var keys })
        {
            return call.Text(1) is { } key ? new FeelValue.Context(With(members, key, call[2])) : null;
        }

        return keys.Count is > 0 and <= FeelLimits.Depth
            ? Put(call, members, keys, 0)
            : call.Problem(keys.Count == 0 ? "wants a key" : "wants fewer keys");
    }

    /// <summary>Into the context that the keys lead to, each context on the way being made anew.</summary>
    private static FeelValue Put(BuiltInArguments call, FeelMembers members, IReadOnlyList<FeelValue> keys, int at)
    {
        if (keys[at] is not FeelValue.Text { Value: var key })
        {
            return call.Problem($"wants keys that are strings, not a {keys[at].TypeName}");
        }

        if (at == keys.Count - 1)
        {
            return new FeelValue.Context(With(members, key, call[2]));
        }

        return members.Find(key) is FeelValue.Context inner
            ? Put(call, inner.Members, keys, at + 1) is FeelValue.Context changed ? new FeelValue.Context(With(members, key, changed)) : FeelValue.Null.Instance
            : call.Problem($"finds no context in '{key}'");
    }

    private static FeelMembers With(FeelMembers members, string key, FeelValue value)
    {
        var all = Pairs(members, []);
        all.Add(KeyValuePair.Create(key, value));
        return FeelMembers.Of(all);
    }

    private static FeelValue? Merge(BuiltInArguments call)
    {
        if (call.List(0) is not { } contexts)
        {
            return null;
        }

        var all = new List<KeyValuePair<string, FeelValue>>();
        foreach (var item in contexts)
        {
            if (item is not FeelValue.Context context)
            {
                return call.Problem($"wants contexts, not a {item.TypeName}");
            }

            Pairs(context.Members, all);
        }

        return new FeelValue.Context(FeelMembers.Of(all));
    }

    private static List<KeyValuePair<string, FeelValue>> Pairs(FeelMembers members, List<KeyValuePair<string, FeelValue>> pairs)
    {
        foreach (var name in members.Names)
        {
            pairs.Add(KeyValuePair.Create(name, members.Find(name)!));
        }

        return pairs;
    }
}
