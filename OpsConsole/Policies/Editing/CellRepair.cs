using System.Globalization;
using System.Text.RegularExpressions;
using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Policies.Editing;

/// <summary>What was probably meant by a cell that is no FEEL. Each suggestion has been read by the language itself.</summary>
public static partial class CellRepair
{
    private const int Most = 4;

    public static IReadOnlyList<CellSuggestion> Of(string text)
    {
        var cell = text.Trim();
        return [.. Candidates(cell).Where(found => found.Text != cell && Reads(found.Text)).DistinctBy(found => found.Text).Take(Most)];
    }

    private static bool Reads(string text) => UnaryTests.TryCompile(text, out var tests, out _) && tests.BareNames.Count == 0;

    private static IEnumerable<CellSuggestion> Candidates(string cell)
    {
        if (OpenRange().Match(cell) is { Success: true } range)
        {
            yield return new($"{cell}]", $"{range.Groups["to"].Value} included");
            yield return new($"{cell})", $"{range.Groups["to"].Value} left out");
        }

        if (Between().Match(cell) is { Success: true } between)
        {
            var (from, to) = (between.Groups["from"].Value, between.Groups["to"].Value);
            yield return new($"[{from}..{to}]", "both ends included");
            yield return new($"({from}..{to}]", $"{from} left out");
        }

        if (FromOnly().Match(cell) is { Success: true } least)
        {
            yield return new($">= {least.Groups["from"].Value}", "at least");
        }

        yield return new(SwappedSign().Replace(cell, match => match.Value == "=<" ? "<=" : ">="), "at most or at least, the usual way round");
        yield return new(TypographicQuote().Replace(cell, "\""), "plain quotes");
        yield return new(DecimalComma().Replace(cell, "$1.$2"), "a decimal point");
        yield return new($"{cell}\"", "the text closed");
        yield return new($"{cell})", "the bracket closed");
        yield return new(cell.Replace('\'', '"'), "double quotes");
        if (Words().IsMatch(cell))
        {
            yield return new(string.Join(", ", cell.Split(',', StringSplitOptions.TrimEntries).Select(Quoted)), cell.Contains(',', StringComparison.Ordinal) ? "any of these texts" : "this text");
        }

        yield return new($"not({NotSign().Replace(cell, "")})", "anything but this");
    }

    private static string Quoted(string item) =>
        item is "null" or "true" or "false" || decimal.TryParse(item, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? item : $"\"{item}\"";

    [GeneratedRegex(@"^[\[\(\]][^.\]\)]+\.\.\s*(?<to>[^\]\)\[]+)$")]
    private static partial Regex OpenRange();

    [GeneratedRegex(@"^(?<from>-?[\d.]+)\s*(?:-|–|to|\.\.|bis)\s*(?<to>-?[\d.]+)$")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?<from>-?[\d.]+)\s*(?:\+|\.\.|or more)$")]
    private static partial Regex FromOnly();

    [GeneratedRegex(@"^\p{L}[^""()\[\]<>=]*$")]
    private static partial Regex Words();

    [GeneratedRegex("=<|=>")]
    private static partial Regex SwappedSign();

    [GeneratedRegex("[“”„«»]")]
    private static partial Regex TypographicQuote();

    [GeneratedRegex(@"(\d),(\d)")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^(?:!=|<>|not)\s*")]
    private static partial Regex NotSign();
}
