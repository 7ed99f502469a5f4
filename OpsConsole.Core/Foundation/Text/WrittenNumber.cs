using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Foundation.Text;

/// <summary>A number as a text writes it: <c>1,200.50 €</c>, <c>1.200,50 EUR</c>, <c>USD 1200.5</c>, <c>12 %</c>.</summary>
/// <param name="Readings">What it may mean: <c>1,200</c> is twelve hundred to some and one and a fifth to others.</param>
/// <param name="Unit">The currency's code, or <c>%</c>; null when it has neither.</param>
/// <param name="Start">Where it begins in the text, its unit included.</param>
public sealed partial record WrittenNumber(IReadOnlyList<decimal> Readings, string? Unit, int Start, int End)
{
    private const string Symbols = "€$£¥%";

    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = "EUR", ["$"] = "USD", ["£"] = "GBP", ["¥"] = "JPY", ["%"] = "%",
        ["euro"] = "EUR", ["euros"] = "EUR", ["dollar"] = "USD", ["dollars"] = "USD", ["dólares"] = "USD", ["dollari"] = "USD", ["pound"] = "GBP", ["pounds"] = "GBP",
        ["percent"] = "%", ["Prozent"] = "%", ["franken"] = "CHF", ["francs"] = "CHF", ["kr"] = "SEK", ["zł"] = "PLN",
    };

    /// <summary>Numbers that stand alone: what is a part of a name such as <c>W-23187</c> is none.</summary>
    public static IReadOnlyList<WrittenNumber> All(string text)
    {
        var found = new List<WrittenNumber>();
        foreach (Match match in Pattern().Matches(text))
        {
            var digits = match.Groups["number"];
            if (Read(digits.Value) is { Count: > 0 } readings)
            {
                var unit = Unit(match.Groups["before"].Value) ?? UnitOf(match.Groups["after"].Value);
                var sign = match.Groups["sign"].Success ? -1 : 1;
                found.Add(new WrittenNumber([.. readings.Select(reading => reading * sign)], unit, match.Index, match.Index + match.Length));
            }
        }

        return found;

        static string? Unit(string written) => UnitOf(written);
    }

    public bool Says(decimal value) => Readings.Contains(value) || Readings.Contains(decimal.Round(value, 2));

    private static string? UnitOf(string written)
    {
        var word = written.Trim();
        return word.Length == 0 ? null
            : Units.TryGetValue(word, out var known) ? known
            : word.Length == 3 && word.All(char.IsAsciiLetterUpper) ? word : null;
    }

    private static List<decimal> Read(string written)
    {
        var text = written.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace(' ', '\'').Replace("’", "'", StringComparison.Ordinal);
        var readings = new List<decimal>();
        foreach (var (group, point) in new[] { (',', '.'), ('.', ','), ('\'', '.'), ('\'', ',') })
        {
            if (IsGrouped(text, group, point)
                && decimal.TryParse(text.Replace(group.ToString(), "", StringComparison.Ordinal).Replace(point, '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && !readings.Contains(value))
            {
                readings.Add(value);
            }
        }

        return readings;
    }

    /// <summary>Groups of three before the point, none behind it, and no third kind of sign.</summary>
    private static bool IsGrouped(string text, char group, char point)
    {
        var parts = text.Split(point);
        if (parts.Length > 2 || text.Any(each => !char.IsAsciiDigit(each) && each != group && each != point) || (parts.Length == 2 && parts[1].Contains(group, StringComparison.Ordinal)))
        {
            return false;
        }

        var groups = parts[0].Split(group);
        return groups.Length == 1 || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(part => part.Length == 3));
    }

    // Every repetition is bounded, so that no text takes long; a limit of time would depend on how busy the machine is.
    [GeneratedRegex(@"(?:(?<before>[€$£¥]|\b[A-Z]{3})\s?)?(?:(?<sign>(?<![\w.−-])[-−])|(?<![\w#/_.,:’'−-]))(?<number>\d{1,3}(?:[,.’'\u00a0\u202f ]\d{3})+(?:[.,]\d{1,4})?(?!\d)|\d{1,15}(?:[.,]\d{1,6})?)(?![\d\w_#]|[-/:]\w|[.,]\d)(?:\s?(?<after>[€$£¥%]|[A-Z]{3}\b|(?i:euros?|dollars?|dólares|dollari|pounds?|percent|prozent|franken|francs|kr|zł)(?!\w)))?")]
    private static partial Regex Pattern();
}
