using System.Globalization;
using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Conversions, <c>not</c>, contexts, and money for people to read, which is ours and not of the standard.</summary>
internal static class ValueFunctions
{
    public static readonly FeelValue.Function[] All =
    [
        Define("not", "negand", call => call[0] is FeelValue.Boolean boolean ? FeelValue.Boolean.Of(!boolean.Value) : null),
        Define("string", "from", call => call[0] is FeelValue.Null ? null : new FeelValue.Text(FeelText.Write(call.Run, call[0]))),
        Define("number", "from, grouping separator?, decimal separator?", Number),
        Define("is", "value1, value2", call => FeelValue.Boolean.Of(call[0].TypeName == call[1].TypeName && FeelCompare.Equal(call.Run, call[0], call[1]) == true)),
        Define("get value", "context, key", call => call.Context(0) is { } members && call.Text(1) is { } key ? members.Find(key) : null),
        Define("get entries", "context", call => call.Context(0) is { } members ? new FeelValue.List([.. members.Names.Select(name => Entry(name, members.Find(name)!))]) : null),
        Define("context", "entries", FromEntries),
        Define("context put", "context, key, value", Put),
        Define("context merge", "contexts", Merge),
        Define("format money", "amount, currency", FormatMoney),
    ];

    private static FeelValue? Number(BuiltInArguments call)
    {
        if (call[0] is FeelValue.Number)
        {
            return call[0];
        }

        if (call.Text(0) is not { } text)
        {
            return null;
        }

        var plain = call.Text(1) is { Length: > 0 } grouping ? text.Replace(grouping, "", StringComparison.Ordinal) : text;
        plain = call.Text(2) is { Length: > 0 } point ? plain.Replace(point, ".", StringComparison.Ordinal) : plain;
        return decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new FeelValue.Number(number)
            : call.Problem($"cannot read '{text}'");
    }

    private static FeelValue.Context Entry(string key, FeelValue value) => new(FeelMembers.Of(
        [KeyValuePair.Create<string, FeelValue>("key", new FeelValue.Text(key)), KeyValuePair.Create("value", value)]));

    private static FeelValue? FromEntries(BuiltInArguments call)
    {
        var members = new List<KeyValuePair<string, FeelValue>>();
        foreach (var item in call.List(0) ?? [])
        {
            if (item is not FeelValue.Context entry || entry.Members.Find("key") is not FeelValue.Text key || entry.Members.Find("value") is not { } value)
            {
                return call.Problem("wants entries with 'key' and 'value'");
            }

            members.Add(KeyValuePair.Create(key.Value, value));
        }

        return call[0] is FeelValue.Null ? null : new FeelValue.Context(FeelMembers.Of(members));
    }

    private static FeelValue.Context? Put(BuiltInArguments call) =>
        call.Context(0) is { } members && call.Text(1) is { } key ? new FeelValue.Context(FeelMembers.Of(Pairs(members).Append(KeyValuePair.Create(key, call[2])))) : null;

    private static FeelValue? Merge(BuiltInArguments call)
    {
        var contexts = call.List(0);
        return contexts is null || contexts.Any(item => item is not FeelValue.Context)
            ? call.Problem("wants contexts")
            : new FeelValue.Context(FeelMembers.Of(contexts.Cast<FeelValue.Context>().SelectMany(context => Pairs(context.Members))));
    }

    private static IEnumerable<KeyValuePair<string, FeelValue>> Pairs(FeelMembers members) => members.Names.Select(name => KeyValuePair.Create(name, members.Find(name)!));

    private static FeelValue.Text? FormatMoney(BuiltInArguments call)
    {
        if (call.Number(0) is not { } amount)
        {
            return null;
        }

        var currency = call.Text(1) switch
        {
            "EUR" => "€",
            "USD" => "$",
            "GBP" => "£",
            var code => code,
        };
        return new FeelValue.Text($"{amount.ToString("#,##0.00", CultureInfo.InvariantCulture)} {currency}".TrimEnd());
    }
}
