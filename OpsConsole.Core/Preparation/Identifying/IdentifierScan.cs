using System.Text.RegularExpressions;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Identifying;

/// <summary>What a text says by which a record can be looked up.</summary>
/// <param name="Groups">The values of the patterns' named groups.</param>
public sealed record LookUpClue(MapIdentifier Identifier, IReadOnlyDictionary<string, string> Groups);

/// <summary>What the map's identifiers find in a text.</summary>
/// <param name="Ranges">Where the customer names himself; such words ask for nothing.</param>
public sealed record ScannedText(IReadOnlyList<Mention> Mentions, IReadOnlyList<LookUpClue> Clues, IReadOnlyList<(int Start, int End)> Ranges);

/// <summary>Runs the map's identifiers over a text. A pattern that takes too long finds nothing.</summary>
public static class IdentifierScan
{
    public static ScannedText Scan(PackMap map, string text)
    {
        var mentions = new List<Mention>();
        var clues = new List<LookUpClue>();
        var ranges = new List<(int, int)>();
        foreach (var identifier in map.Identifiers)
        {
            var matches = identifier.Patterns.Select(pattern => Matches(pattern, text)).ToList();
            if (identifier.Template is { } template)
            {
                mentions.AddRange(matches.SelectMany(found => found).Select(match => new Mention(identifier.Entity, Fill(template, match), match.Index, match.Index + match.Length)));
                continue;
            }

            // What names the customer asks for nothing, even when another part of the clue is missing.
            ranges.AddRange(matches.SelectMany(found => found).Select(match => (match.Index, match.Index + match.Length)));
            clues.AddRange(matches.Any(found => found.Count == 0) ? [] : Combine(identifier, matches));
        }

        return new ScannedText([.. mentions.DistinctBy(mention => (mention.Start, mention.Entity))], clues, ranges);
    }

    /// <summary>Each way to take one match of each pattern; patterns rarely match more than once.</summary>
    private static IEnumerable<LookUpClue> Combine(MapIdentifier identifier, List<List<Match>> matches)
    {
        IEnumerable<IReadOnlyDictionary<string, string>> ways = [new Dictionary<string, string>(StringComparer.Ordinal)];
        foreach (var found in matches)
        {
            ways = ways.SelectMany(way => found.Select(match => Extend(way, match)));
        }

        return ways.DistinctBy(way => string.Join('\u001f', way.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value))).Take(6)
            .Select(way => new LookUpClue(identifier, way));
    }

    private static Dictionary<string, string> Extend(IReadOnlyDictionary<string, string> way, Match match)
    {
        var extended = new Dictionary<string, string>(way, StringComparer.Ordinal);
        foreach (var group in match.Groups.Values.Where(group => group.Success && !char.IsDigit(group.Name[0])))
        {
            extended[group.Name] = group.Value.Trim();
        }

        return extended;
    }

    private static string Fill(string template, Match match) =>
        match.Groups.Values.Aggregate(template, (text, group) => text.Replace("{" + group.Name + "}", group.Value, StringComparison.Ordinal));

    private static List<Match> Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.Matches(text).ToList();
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }
}
