using System.Globalization;
using System.Text.RegularExpressions;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Policies.Drafting;

/// <summary>From the example of a gap to a row that closes it: a number widens to the span between the bounds that its column draws, a text stays itself.</summary>
public static partial class GapRegion
{
    /// <param name="example">The value of each input, as FEEL writes it; inputs that do not matter are left out.</param>
    public static DocumentRule RowFor(PolicyDocument document, IReadOnlyDictionary<string, string> example)
    {
        var rule = DocumentEdits.NewRule(document, DocumentEdits.NextId(document.Rules));
        return rule with
        {
            Cells = [.. document.Inputs.Select((input, column) => example.TryGetValue(input.Name, out var value) ? Cell(document.Rules.Select(row => row.Cells[column]), value) : CellText.Any)],
        };
    }

    /// <param name="cells">The column's cells.</param>
    public static string Cell(IEnumerable<string> cells, string value)
    {
        if (!decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return value;
        }

        var bounds = cells.SelectMany(cell => Number().Matches(Text().Replace(cell, "")))
            .Select(found => decimal.TryParse(found.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var bound) ? bound : (decimal?)null).OfType<decimal>().ToHashSet();
        if (bounds.Count == 0 || bounds.Contains(number))
        {
            return value;
        }

        var (below, above) = (bounds.Where(bound => bound < number).Select(bound => (decimal?)bound).Max(), bounds.Where(bound => bound > number).Select(bound => (decimal?)bound).Min());
        return (below, above) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"({low}..{high}]"),
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $"> {low}"),
            (null, { } high) => string.Create(CultureInfo.InvariantCulture, $"<= {high}"),
            _ => value,
        };
    }

    [GeneratedRegex(@"-?\d+(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();
}
