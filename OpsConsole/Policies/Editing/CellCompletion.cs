using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>What a cell could say, while it is being typed. A suggestion is the whole text of the cell with the word under the caret completed.</summary>
public static class CellCompletion
{
    private const int Most = 8;

    private static readonly CompletionWord[] Functions =
    [
        new("not()", "anything but"), new("list contains(?, )", "a list that holds"), new("count(?) > 0", "a list that is not empty"), new("contains(?, )", "a text with"),
        new("starts with(?, )", "a text that begins with"), new("ends with(?, )", "a text that ends with"), new("matches(?, )", "a text of that pattern"), new("is defined(?)", "there at all"),
        new("date(\"\")", "a day"), new("date and time(\"\")", "a moment"), new("duration(\"\")", "a length of time"), new("lower case(?)", "without regard to capitals"), new("string length(?)", "letters"),
        new("sum(?)", "of a list"), new("min(?)", "of a list"), new("max(?)", "of a list"), new("every item in ? satisfies ", "all of a list"), new("some item in ? satisfies ", "any of a list"),
        new("null", "no value"), new("true", "yes"), new("false", "no"),
    ];

    private static readonly CompletionWord[] Beginnings = [new("-", "anything"), new("<= ", "at most"), new("> ", "more than"), new("[0..100]", "from, to"), new("not()", "anything but")];

    /// <summary>For an input's cell.</summary>
    /// <param name="words">What expressions may name.</param>
    public static IReadOnlyList<CellSuggestion> OfTest(PolicyDocument document, int input, string text, IReadOnlyList<CompletionWord> words)
    {
        var (before, begun) = CutAlternative(text);
        var (kept, word) = Cut(text);
        var values = Values(document, input).Where(value => value.Text.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Select(value => new CellSuggestion(before + value.Text, value.What));
        var named = word.Length == 0
            ? begun.Length == 0 && before.Length == 0 ? Beginnings : []
            : Matching([.. Functions, .. words], word);
        return [.. values.Concat(named.Select(item => new CellSuggestion(kept + item.Text, item.What))).Where(item => item.Text != text).DistinctBy(item => item.Text).Take(Most)];
    }

    /// <summary>For what an input looks at.</summary>
    public static IReadOnlyList<CellSuggestion> OfExpression(string text, IReadOnlyList<CompletionWord> words)
    {
        var (kept, word) = Cut(text);
        var found = Matching([.. words, .. Functions.Where(item => item.Text.Contains('(', StringComparison.Ordinal))], word);
        return [.. found.Select(item => new CellSuggestion(kept + item.Text, item.What)).Where(item => item.Text != text).DistinctBy(item => item.Text).Take(Most)];
    }

    /// <summary>For a column beside the inputs.</summary>
    public static IReadOnlyList<CellSuggestion> OfOutput(PolicyDocument document, SheetColumn column, string text) => column.Kind switch
    {
        SheetColumnKind.Verdict => [.. CellText.Verdicts.Where(item => Fits(item.Text, text)).Select(item => new CellSuggestion(item.Text, item.What))],
        SheetColumnKind.Demands => Demands(text),
        SheetColumnKind.Cites => [.. document.Rules.Select(rule => rule.Cites).Where(cites => cites.Length > 0 && cites != text && Fits(cites, text)).Distinct().Take(Most).Select(cites => new CellSuggestion(cites, ""))],
        _ => [],
    };

    /// <summary>Texts and numbers that stand in the column already, and those that its input says there can be.</summary>
    private static IEnumerable<CompletionWord> Values(PolicyDocument document, int input) =>
        Alternatives(document.Inputs[input].Values ?? "").Select(value => new CompletionWord(value, "a value of this input"))
            .Concat(document.Rules.Take(2_000).SelectMany(rule => Alternatives(rule.Cells[input])).GroupBy(value => value).OrderByDescending(group => group.Count())
                .Select(group => new CompletionWord(group.Key, group.Count() == 1 ? "used once" : $"used {group.Count()} times")))
            .DistinctBy(word => word.Text);

    private static IEnumerable<string> Alternatives(string tests)
    {
        if (tests is "" or CellText.Any)
        {
            return [];
        }

        // Only texts stand on their own between commas whatever else the cell says.
        var texts = tests.Split(',', StringSplitOptions.TrimEntries).Where(part => part.Length > 1 && part.StartsWith('"') && part.EndsWith('"')).ToList();
        return texts.Count > 0 ? texts : UnaryTests.TryCompile(tests, out _, out _) ? [tests] : [];
    }

    private static IEnumerable<CompletionWord> Matching(IReadOnlyList<CompletionWord> all, string word) =>
        all.Where(item => item.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Concat(all.Where(item => item.Text.Contains(word, StringComparison.OrdinalIgnoreCase) || item.What.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static IReadOnlyList<CellSuggestion> Demands(string text)
    {
        var cut = text.LastIndexOf(';') + 1;
        var (kept, word) = (text[..cut], text[cut..].Trim());
        return
        [
            .. DemandText.Words.Where(item => Fits(item.Text, word) && !kept.Contains(item.Text.Split(' ')[0], StringComparison.Ordinal))
                .Select(item => new CellSuggestion(kept.Length == 0 ? item.Text : $"{kept} {item.Text}", item.What)),
        ];
    }

    private static bool Fits(string text, string typed) => typed.Trim().Length == 0 || text.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The alternatives before the one that is being typed, and that one. A comma inside a text or a bracket separates nothing.</summary>
    private static (string Before, string Begun) CutAlternative(string text)
    {
        var (start, depth, isText) = (0, 0, false);
        for (var at = 0; at < text.Length; at++)
        {
            isText ^= text[at] == '"';
            depth += isText ? 0 : text[at] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            start = !isText && depth <= 0 && text[at] == ',' ? at + 1 : start;
        }

        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        return (text[..start], text[start..]);
    }

    /// <summary>The text up to the word that is being typed, and that word.</summary>
    private static (string Kept, string Word) Cut(string text)
    {
        var at = text.Length;
        while (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_'))
        {
            at--;
        }

        // Inside a text nothing is named.
        return text.Count(letter => letter == '"') % 2 == 1 ? (text, "") : (text[..at], text[at..]);
    }
}
