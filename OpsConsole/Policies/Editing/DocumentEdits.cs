using System.Globalization;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>Changes of a document as a whole, each giving a new one.</summary>
public static class DocumentEdits
{
    /// <summary>A row that asks a supervisor about everything: the safest to begin with.</summary>
    public static DocumentRule NewRule(PolicyDocument document, string id) =>
        new(id, [.. Enumerable.Repeat(CellText.Any, document.Inputs.Count)], "require-approval", "supervisor", 1, NoSelfApproval: false, Blind: false, "", [], [], "", "");

    /// <summary>Names for new rows: R8, R9, … after all that are there, in the letters that the last row uses.</summary>
    public static IEnumerable<string> NextIds(IReadOnlyList<DocumentRule> rules)
    {
        var prefix = rules.Count > 0 ? rules[^1].Id.TrimEnd("0123456789".ToCharArray()) : "R";
        var highest = rules.Where(rule => rule.Id.StartsWith(prefix, StringComparison.Ordinal))
            .Select(rule => int.TryParse(rule.Id[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        for (var number = highest + 1L; ; number++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");
        }
    }

    public static string NextId(IReadOnlyList<DocumentRule> rules) => NextIds(rules).First();

    /// <summary>As many cells in each row as there are inputs, whatever was stored.</summary>
    public static PolicyDocument Squared(PolicyDocument document) => document.Rules.All(rule => rule.Cells.Count == document.Inputs.Count)
        ? document
        : document with { Rules = [.. document.Rules.Select(rule => rule with { Cells = [.. document.Inputs.Select((_, column) => rule.Cells.ElementAtOrDefault(column) ?? CellText.Any)] })] };

    public static PolicyDocument WithRule(PolicyDocument document, int row, DocumentRule rule)
    {
        var rules = document.Rules.ToArray();
        rules[row] = rule;
        return document with { Rules = rules };
    }

    public static PolicyDocument Insert(PolicyDocument document, int row, DocumentRule rule) =>
        document with { Rules = [.. document.Rules.Take(row), rule, .. document.Rules.Skip(row)] };

    public static PolicyDocument Remove(PolicyDocument document, int first, int count) =>
        document with { Rules = [.. document.Rules.Take(first), .. document.Rules.Skip(first + count)] };

    /// <summary>Takes <paramref name="count"/> rows out and puts them where <paramref name="to"/> says, counted after they were taken out.</summary>
    public static PolicyDocument Move(PolicyDocument document, int first, int count, int to)
    {
        var left = Remove(document, first, count).Rules;
        return document with { Rules = [.. left.Take(to), .. document.Rules.Skip(first).Take(count), .. left.Skip(to)] };
    }

    public static PolicyDocument InsertInput(PolicyDocument document, int at, DocumentInput input) => document with
    {
        Inputs = [.. document.Inputs.Take(at), input, .. document.Inputs.Skip(at)],
        Rules = [.. document.Rules.Select(rule => rule with { Cells = [.. rule.Cells.Take(at), CellText.Any, .. rule.Cells.Skip(at)] })],
    };

    public static PolicyDocument RemoveInput(PolicyDocument document, int at) => document with
    {
        Inputs = [.. document.Inputs.Where((_, index) => index != at)],
        Rules = [.. document.Rules.Select(rule => rule with { Cells = [.. rule.Cells.Where((_, index) => index != at)] })],
    };

    public static PolicyDocument MoveInput(PolicyDocument document, int from, int to) => document with
    {
        Inputs = Moved(document.Inputs, from, to),
        Rules = [.. document.Rules.Select(rule => rule with { Cells = Moved(rule.Cells, from, to) })],
    };

    private static List<T> Moved<T>(IReadOnlyList<T> items, int from, int to)
    {
        var moved = items.ToList();
        moved.RemoveAt(from);
        moved.Insert(to, items[from]);
        return moved;
    }
}
