using System.Globalization;
using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Conversions, <c>not</c> and <c>is</c>, and money for people to read, which is ours and not of the standard.</summary>
internal static class ValueFunctions
{
    public static readonly FeelValue.Function[] All =
    [
        Define("not", "negand", Not),
        Define("string", "from", call => call[0] is FeelValue.Null ? null : call.Run.Bounded(new FeelValue.Text(FeelText.Write(call.Run, call[0])))),
        Define("number", "from, grouping separator?, decimal separator?", Number),
        Define("is", "value1, value2*", call => FeelValue.Boolean.Of(FeelCompare.Same(call.Run, call[0], call[1]))),
        Define("format money", "amount, currency", FormatMoney),
    ];

    private static FeelValue? Not(BuiltInArguments call) => call.Single(0) switch
    {
        FeelValue.Boolean boolean => FeelValue.Boolean.Of(!boolean.Value),
        FeelValue.Null => null,
        var other => call.Problem($"wants a boolean, not a {other.TypeName}"),
    };

    /// <summary>A separator of groups may be a space, a comma or a point, that of decimals a point or a comma, and they differ.</summary>
    private static FeelValue? Number(BuiltInArguments call)
    {
        if (call.Single(0) is FeelValue.Number number)
        {
            return number;
        }

        if (call.Text(0) is not { } text || !IsSeparator(call, 1, " ,.") || !IsSeparator(call, 2, ".,"))
        {
            return null;
        }

        var (grouping, point) = (call.Text(1), call.Text(2));
        if (grouping is not null && grouping == (point ?? "."))
        {
            return call.Problem("wants two separators that differ");
        }

        var plain = grouping is null ? text : text.Replace(grouping, "", StringComparison.Ordinal);
        if (point == ",")
        {
            // A point is no decimal separator then, nor one of groups unless it was said.
            plain = plain.Contains('.', StringComparison.Ordinal) ? "" : plain.Replace(',', '.');
        }

        return NumberText.TryRead(plain, out var value) ? new FeelValue.Number(value) : call.Unreadable(text);
    }

    private static bool IsSeparator(BuiltInArguments call, int index, string allowed)
    {
        if (call[index] is FeelValue.Null || call.Text(index) is [var only] && allowed.Contains(only, StringComparison.Ordinal))
        {
            return true;
        }

        call.Problem("wants a separator of one character");
        return false;
    }

    private static FeelValue.Text? FormatMoney(BuiltInArguments call)
    {
        if (call.Number(0)?.Round(2, FeelRounding.HalfUp) is not { } amount)
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
        var text = amount.TryDecimal(out var value) ? value.ToString("#,##0.00", CultureInfo.InvariantCulture) : NumberText.Write(amount);
        return new FeelValue.Text($"{text} {currency}".TrimEnd());
    }
}
