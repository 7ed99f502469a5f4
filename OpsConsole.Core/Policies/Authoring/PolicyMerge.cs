using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>A draft on a new base.</summary>
/// <param name="Conflicts">Parts that both changed, each by its name, such as <c>rule R4</c>; the draft's own text stands there.</param>
public sealed record MergedDocument(PolicyDocument Document, IReadOnlyList<string> Conflicts);

/// <summary>Brings a draft and a version that was published beside it together, part by part: fields, inputs, rules and tests by their names.</summary>
public static class PolicyMerge
{
    /// <param name="before">The version that the draft was begun from; null when there was none.</param>
    public static MergedDocument Rebase(PolicyDocument? before, PolicyDocument mine, PolicyDocument theirs)
    {
        var conflicts = new List<string>();
        T Pick<T>(string name, Func<PolicyDocument, T> part) => Choose(name, before is null ? default : part(before), part(mine), part(theirs), conflicts);
        var inputs = List("input", before?.Inputs, mine.Inputs, theirs.Inputs, input => input.Name, conflicts);
        var rules = List("rule", Rows(before), Rows(mine), Rows(theirs), row => row.Rule.Id, conflicts);
        return new MergedDocument(
            new PolicyDocument(
                mine.Id,
                Pick("title", part => part.Title),
                Pick("owner", part => part.Owner),
                Pick("source", part => part.Source),
                Pick("governs", part => part.ActionTypes),
                Pick("case-types", part => part.CaseTypes),
                Pick("from", part => part.From),
                Pick("until", part => part.Until),
                Pick("model", part => part.Model),
                Pick("given", part => part.Given),
                inputs,
                [.. rules.Select(row => row.Fit(inputs))],
                List("test", before?.Tests, mine.Tests, theirs.Tests, test => test.Name, conflicts)),
            conflicts);
    }

    private static T Choose<T>(string name, T? before, T mine, T theirs, List<string> conflicts)
    {
        if (Same(mine, theirs) || Same(before, theirs))
        {
            return mine;
        }

        if (Same(before, mine))
        {
            return theirs;
        }

        conflicts.Add(name);
        return mine;
    }

    /// <summary>The order is the draft's; what they added comes after it. What one side removed and the other did not touch is gone.</summary>
    private static List<T> List<T>(string kind, IReadOnlyList<T>? before, IReadOnlyList<T> mine, IReadOnlyList<T> theirs, Func<T, string> name, List<string> conflicts)
        where T : class
    {
        var merged = new List<T>();
        foreach (var item in mine)
        {
            var (was, other) = (Find(before, name(item), name), Find(theirs, name(item), name));
            if (other is not null)
            {
                merged.Add(Choose($"{kind} {name(item)}", was, item, other, conflicts));
            }
            else if (!Same(was, item))
            {
                merged.Add(item);
                conflicts.AddRange(was is null ? [] : [$"{kind} {name(item)}"]);
            }
        }

        foreach (var item in theirs.Where(item => Find(mine, name(item), name) is null))
        {
            var was = Find(before, name(item), name);
            if (was is null)
            {
                merged.Add(item);
            }
            else if (!Same(was, item))
            {
                conflicts.Add($"{kind} {name(item)}");
            }
        }

        return merged;
    }

    private static T? Find<T>(IReadOnlyList<T>? items, string wanted, Func<T, string> name)
        where T : class => items?.FirstOrDefault(item => name(item) == wanted);

    private static bool Same<T>(T? one, T? other) => System.Text.Json.JsonSerializer.Serialize(one, DocumentJson.Options) == System.Text.Json.JsonSerializer.Serialize(other, DocumentJson.Options);

    private static List<NamedRow> Rows(PolicyDocument? document) => document is null
        ? []
        : [.. document.Rules.Select(rule => new NamedRow(
            rule with { Cells = [] },
            document.Inputs.Zip(rule.Cells).Where(cell => cell.Second != "-").GroupBy(cell => cell.First.Name).ToDictionary(cell => cell.Key, cell => cell.First().Second)))];

    /// <summary>A row whose cells go by the name of their input, because the two sides may have other columns.</summary>
    private sealed record NamedRow(DocumentRule Rule, Dictionary<string, string> Cells)
    {
        public DocumentRule Fit(IReadOnlyList<DocumentInput> inputs) => Rule with { Cells = [.. inputs.Select(input => Cells.GetValueOrDefault(input.Name, "-"))] };
    }
}
