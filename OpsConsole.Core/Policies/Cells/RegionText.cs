using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies.Cells;

/// <summary>Regions of a line in words: <c>amount ≤ 25</c>, <c>status is "shipped" or "delivered"</c>, <c>status is a text other than "pending"</c>.</summary>
internal static class RegionText
{
    /// <param name="regions">At least one.</param>
    public static string Of(string name, ValueLine line, IReadOnlyCollection<int> regions)
    {
        var known = Enumerable.Range(0, line.Regions).Where(region => line.Sample(region) is not null).ToList();
        if (line.Kind is ValueKind.Null)
        {
            return $"{name} is null";
        }

        if (known.TrueForAll(regions.Contains) && line.Kind != ValueKind.Boolean)
        {
            return $"{name} is {Noun(line.Kind)}";
        }

        var stretches = known.Where(region => !ValueLine.IsCut(region)).ToList();
        return line.Kind is ValueKind.Boolean || (line.Kind == ValueKind.Text && (stretches.TrueForAll(regions.Contains) || !stretches.Exists(regions.Contains)))
            ? Among(name, line, regions)
            : string.Join(" or ", Runs(known, regions).Select(run => Between(name, line, run.First, run.Last)));
    }

    /// <summary>As a person reads it.</summary>
    public static string Literal(FeelValue value) => FeelText.Literal(new FeelRun(), value);

    /// <summary>As it can be written in an expression.</summary>
    public static string Feel(FeelValue value) =>
        CellValues.KindOf(value) is >= ValueKind.Date and <= ValueKind.Period ? $"@\"{Literal(value)}\"" : Literal(value);

    /// <summary>Values by name; where all that is not named belongs to it too, by which do not.</summary>
    private static string Among(string name, ValueLine line, IReadOnlyCollection<int> regions)
    {
        var named = line.Cuts.Where((_, index) => regions.Contains((2 * index) + 1)).Select(Literal);
        if (!regions.Any(region => !ValueLine.IsCut(region)))
        {
            return $"{name} is {string.Join(" or ", named)}";
        }

        List<string> others = [.. line.Cuts.Select(Literal).Except(named, StringComparer.Ordinal)];
        return others.Count == 1 ? $"{name} is a text other than {others[0]}" : $"{name} is a text and none of {string.Join(", ", others)}";
    }

    private static IEnumerable<(int First, int Last)> Runs(List<int> known, IReadOnlyCollection<int> regions)
    {
        var first = -1;
        var last = -1;
        foreach (var region in known)
        {
            if (regions.Contains(region))
            {
                first = first < 0 ? region : first;
                last = region;
            }
            else if (first >= 0)
            {
                yield return (first, last);
                first = -1;
            }
        }

        if (first >= 0)
        {
            yield return (first, last);
        }
    }

    private static string Between(string name, ValueLine line, int first, int last)
    {
        var low = line.Low(first) is { } from ? Literal(from) : null;
        var high = line.High(last) is { } until ? Literal(until) : null;
        return (low, high) switch
        {
            (null, _) => $"{name} {(ValueLine.IsCut(last) ? "≤" : "<")} {high}",
            (_, null) => $"{name} {(ValueLine.IsCut(first) ? "≥" : ">")} {low}",
            _ when first == last && ValueLine.IsCut(first) => $"{name} is {low}",
            _ => $"{low} {(ValueLine.IsCut(first) ? "≤" : "<")} {name} {(ValueLine.IsCut(last) ? "≤" : "<")} {high}",
        };
    }

    private static string Noun(ValueKind kind) => kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => "true or false",
        ValueKind.Number => "a number",
        ValueKind.Text => "a text",
        ValueKind.Date => "a date",
        ValueKind.LocalMoment or ValueKind.ZonedMoment => "a date and time",
        ValueKind.LocalTime or ValueKind.ZonedTime => "a time",
        ValueKind.Duration or ValueKind.Period => "a duration",
        _ => "anything",
    };
}
