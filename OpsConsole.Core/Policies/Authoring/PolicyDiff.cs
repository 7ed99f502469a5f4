using System.Text.Json;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

public enum DiffKind
{
    /// <summary>It is as it was.</summary>
    Same,

    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is not there any more.</summary>
    Removed,

    /// <summary>It says something else.</summary>
    Changed,
}

/// <summary>One text that differs; null on the side that does not have it.</summary>
/// <param name="Field">Its name in a policy file, such as <c>verdict</c>; of a cell the input's name.</param>
public sealed record FieldDiff(string Field, string? Before, string? After);

/// <summary>A row, an input or a test on both sides.</summary>
/// <param name="Before">Its place before, from 0; null when it was added.</param>
/// <param name="After">Its place after; null when it was removed.</param>
/// <param name="Fields">What differs; of one that was added or removed, all that it says.</param>
public sealed record PartDiff(string Name, DiffKind Kind, int? Before, int? After, IReadOnlyList<FieldDiff> Fields);

/// <summary>What one version says otherwise than another, part by part. Rows, inputs and tests are matched by their names, so that a moved row is no change.</summary>
/// <param name="Rules">All rows, in the order of the later version, with those that were removed where they stood.</param>
public sealed record PolicyDiff(IReadOnlyList<FieldDiff> Header, IReadOnlyList<PartDiff> Inputs, IReadOnlyList<PartDiff> Rules, IReadOnlyList<PartDiff> Tests)
{
    public bool IsEmpty => Header.Count == 0 && Parts.All(part => part.Kind == DiffKind.Same);

    private IEnumerable<PartDiff> Parts => Inputs.Concat(Rules).Concat(Tests);

    public static PolicyDiff Compare(PolicyDocument before, PolicyDocument after) => new(
        Differences(HeaderFields(before), HeaderFields(after)),
        Match(before.Inputs, after.Inputs, input => input.Name, (_, input) => Fields(input), before, after),
        Match(before.Rules, after.Rules, rule => rule.Id, Fields, before, after),
        Match(before.Tests, after.Tests, test => test.Name, (_, test) => Fields(test), before, after));

    /// <summary>How many rows were added, removed or changed.</summary>
    public int CountRules(DiffKind kind) => Rules.Count(rule => rule.Kind == kind);

    private static List<PartDiff> Match<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> name, Func<PolicyDocument, T, List<(string, string)>> fields, PolicyDocument was, PolicyDocument now)
    {
        var (wasAt, nowAt) = (Places(before, name), Places(after, name));
        var parts = new List<PartDiff>();
        for (var place = 0; place < after.Count; place++)
        {
            var isOld = wasAt.TryGetValue(name(after[place]), out var old);
            var differences = Differences(isOld ? fields(was, before[old]) : [], fields(now, after[place]));
            parts.Add(new PartDiff(name(after[place]), !isOld ? DiffKind.Added : differences.Count > 0 ? DiffKind.Changed : DiffKind.Same, isOld ? old : null, place, differences));
        }

        for (var place = 0; place < before.Count; place++)
        {
            if (!nowAt.ContainsKey(name(before[place])))
            {
                var behind = parts.FindLastIndex(part => part.Before < place) + 1;
                parts.Insert(behind, new PartDiff(name(before[place]), DiffKind.Removed, place, null, Differences(fields(was, before[place]), [])));
            }
        }

        return parts;
    }

    private static Dictionary<string, int> Places<T>(IReadOnlyList<T> items, Func<T, string> name)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < items.Count; place++)
        {
            places.TryAdd(name(items[place]), place);
        }

        return places;
    }

    /// <summary>A text that is empty on one side is not there.</summary>
    private static List<FieldDiff> Differences(List<(string Field, string Text)> before, List<(string Field, string Text)> after)
    {
        var was = before.GroupBy(field => field.Field).ToDictionary(field => field.Key, field => field.First().Text);
        var now = after.GroupBy(field => field.Field).ToDictionary(field => field.Key, field => field.First().Text);
        return [.. after.Concat(before).Select(field => field.Field).Distinct()
            .Select(field => new FieldDiff(field, Said(was.GetValueOrDefault(field)), Said(now.GetValueOrDefault(field))))
            .Where(field => field.Before != field.After)];
    }

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static List<(string, string)> HeaderFields(PolicyDocument document) =>
    [
        ("title", document.Title),
        ("owner", document.Owner),
        ("source", document.Source),
        ("action-types", string.Join(", ", document.ActionTypes)),
        ("case-types", string.Join(", ", document.CaseTypes)),
        ("from", document.From?.ToString("yyyy-MM-dd", null) ?? ""),
        ("until", document.Until?.ToString("yyyy-MM-dd", null) ?? ""),
        ("model", document.Model ?? ""),
        .. document.Given.Select(given => ($"given {given.Name}", given.Expression)),
    ];

    private static List<(string, string)> Fields(DocumentInput input) => [("expression", input.Expression), ("values", input.Values ?? "")];

    private static List<(string, string)> Fields(PolicyTest test) =>
        [("input", Canonical(test.InputJson)), ("verdict", test.Verdict), ("approver", test.Approver), ("rules", string.Join(", ", test.Rules))];

    /// <summary>A cell that asks nothing is not there, so that a new column changes only the rows that use it.</summary>
    private static List<(string, string)> Fields(PolicyDocument document, DocumentRule rule) =>
    [
        .. document.Inputs.Zip(rule.Cells).Select(cell => (cell.First.Name, cell.Second == "-" ? "" : cell.Second)),
        ("verdict", rule.Verdict),
        ("approver", rule.Approver),
        ("quorum", rule.Quorum == 1 ? "" : rule.Quorum.ToString(null, null)),
        ("no-self-approval", rule.NoSelfApproval ? "true" : ""),
        ("blind", rule.Blind ? "true" : ""),
        ("expires", rule.Expires),
        ("notify", string.Join(", ", rule.Notify)),
        ("attach", string.Join(", ", rule.Attach)),
        ("reason", rule.Reason),
        ("cites", rule.Cites),
    ];

    private static string Canonical(string json)
    {
        try
        {
            return Foundation.Json.CanonicalJson.Write(System.Text.Json.Nodes.JsonNode.Parse(json));
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
