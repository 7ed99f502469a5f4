using System.Text.RegularExpressions;
using OpsConsole.Core.Actions;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Preparation.Gathering;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>The differences between two preparations of a case, in sentences. Pure.</summary>
public static partial class PreparedDifference
{
    private const int MostFacts = 5;

    /// <param name="typeName">The name of a case type by its id.</param>
    public static IReadOnlyList<string> Of(PreparedState before, PreparedState after, Func<string, string> typeName)
    {
        List<string> lines = [.. Types(before, after, typeName), .. Actions(before, after), .. Facts(before, after), .. Questions(before, after), .. Summary(before, after)];
        var stays = before.Actions.Where(action => action.IsOpen && after.Actions.Any(now => now.Id == action.Id && now.IsOpen)).Select(action => action.Title).ToList();
        return lines.Count > 0 && stays.Count > 0 ? [.. lines, $"{(stays.Count == 1 ? "Stays" : "Stay")} as before: {string.Join("; ", stays)}."] : lines;
    }

    private static IEnumerable<string> Types(PreparedState before, PreparedState after, Func<string, string> typeName)
    {
        if (before.CaseTypeId != after.CaseTypeId && after.CaseTypeId is { } now)
        {
            yield return before.CaseTypeId is { } was ? $"The kind of case is now “{typeName(now)}”, no longer “{typeName(was)}”." : $"The kind of case is “{typeName(now)}”.";
        }
    }

    private static IEnumerable<string> Actions(PreparedState before, PreparedState after)
    {
        var known = before.Actions.Select(action => action.Id).ToHashSet();
        var gone = before.Actions.Where(action => action.IsOpen && after.Actions.Any(now => now.Id == action.Id && now.State == ActionState.Withdrawn)).ToList();
        foreach (var added in after.Actions.Where(action => !known.Contains(action.Id) && action.State != ActionState.Withdrawn))
        {
            var instead = gone.Find(action => action.ActionTypeId == added.ActionTypeId && Records(action) == Records(added));
            gone.Remove(instead!);
            yield return instead switch
            {
                null => $"Adds: {added.Title}.",
                _ when instead.Title == added.Title => $"Changed in its details: {added.Title}.",
                _ => $"“{instead.Title}” becomes “{added.Title}”.",
            };
        }

        foreach (var action in gone)
        {
            yield return $"No longer recommended: {action.Title}.";
        }
    }

    /// <summary>The records that an action changes, without their versions.</summary>
    private static string Records(PreparedAction action) => string.Join(' ', ActionJson.ReadObject(action.TargetsJson).Select(target => target.Key));

    private static IEnumerable<string> Facts(PreparedState before, PreparedState after)
    {
        var was = before.Facts.ToDictionary(KeyOf);
        var changed = after.Facts.Where(fact => was.TryGetValue(KeyOf(fact), out var earlier) && earlier.Display != fact.Display).ToList();
        foreach (var fact in changed.Take(MostFacts))
        {
            yield return $"{fact.Label} changed from {was[KeyOf(fact)].Display} to {fact.Display} [{fact.Number}].";
        }

        if (changed.Count > MostFacts)
        {
            yield return $"{changed.Count - MostFacts} more facts changed.";
        }

        foreach (var said in after.Facts.Where(fact => fact.Source == FactSheet.FromMessage && !was.ContainsKey(KeyOf(fact))))
        {
            yield return $"The message says {said.Label}: {said.Display} [{said.Number}].";
        }

        var records = after.Facts.Where(fact => fact.Record is not null && !before.Facts.Any(earlier => earlier.Record == fact.Record)).Select(fact => fact.Record!).Distinct().ToList();
        if (before.Facts.Count > 0 && records.Count > 0)
        {
            yield return $"Also about {string.Join(", ", records.Take(MostFacts).Select(record => record[(record.LastIndexOf('/') + 1)..]))}{(records.Count > MostFacts ? " and more" : "")}.";
        }
    }

    private static IEnumerable<string> Questions(PreparedState before, PreparedState after)
    {
        var (was, now) = (Lines(before.Missing), Lines(after.Missing));
        return now.Except(was).Select(line => $"Now missing: {line}").Concat(was.Except(now).Select(line => $"No longer missing: {line}"));
    }

    private static IEnumerable<string> Summary(PreparedState before, PreparedState after)
    {
        var added = Sentences(after.Summary).Except(Sentences(before.Summary)).Count();
        if (added > 0 && before.Summary.Length > 0)
        {
            yield return $"The summary has {(added == 1 ? "1 new sentence" : $"{added} new sentences")}.";
        }
    }

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static List<string> Sentences(string text) => [.. SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    private static (string, string, string?) KeyOf(Fact fact) => (fact.Attribute, fact.Source, fact.Record);

    [GeneratedRegex(@"(?<=[.!?])\s+|\n", RegexOptions.None, matchTimeoutMilliseconds: 250)]
    private static partial Regex SentenceEnd();
}
