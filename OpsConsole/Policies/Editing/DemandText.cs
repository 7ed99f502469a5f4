using System.Globalization;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>
/// What a row asks for beyond its verdict, as one cell that a spreadsheet can hold:
/// <c>quorum 2; no self-approval; blind; expires PT8H; notify agent, supervisor; attach photo of the damage</c>. Empty for the usual.
/// </summary>
public static class DemandText
{
    /// <summary>One of each, as it is offered while typing.</summary>
    public static readonly IReadOnlyList<(string Text, string What)> Words =
    [
        ("quorum 2", "two different people"),
        ("no self-approval", "not who proposed it"),
        ("blind", "a later approver does not see the earlier one"),
        ("expires PT8H", "eight hours to decide"),
        ("notify supervisor", "told when it is decided"),
        ("attach ", "what the approver hands in"),
    ];

    public static string Read(DocumentRule rule)
    {
        string?[] parts =
        [
            rule.Quorum == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"quorum {rule.Quorum}"),
            rule.NoSelfApproval ? "no self-approval" : null,
            rule.Blind ? "blind" : null,
            rule.Expires.Length > 0 ? $"expires {Escape(rule.Expires)}" : null,
            rule.Notify.Count > 0 ? $"notify {List(rule.Notify)}" : null,
            rule.Attach.Count > 0 ? $"attach {List(rule.Attach)}" : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    /// <summary>The row with what the text asks for; null, with a sentence, when a part of it is none of these.</summary>
    public static DocumentRule? Write(DocumentRule rule, string text, out string? fault)
    {
        fault = null;
        var changed = rule with { Quorum = 1, NoSelfApproval = false, Blind = false, Expires = "", Notify = [], Attach = [] };
        if (text.Trim() is "" or "-")
        {
            return changed;
        }

        foreach (var part in Split(text, ';').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var space = part.IndexOf(' ', StringComparison.Ordinal);
            var (word, rest) = space < 0 ? (part, "") : (part[..space], part[(space + 1)..].Trim());
            if (With(changed, part, word.ToLowerInvariant(), rest) is not { } next)
            {
                fault = $"“{part}” is none of quorum, no self-approval, blind, expires, notify and attach. Separate them by semicolons.";
                return null;
            }

            changed = next;
        }

        return changed;
    }

    private static DocumentRule? With(DocumentRule rule, string part, string word, string rest) => word switch
    {
        "quorum" when int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var people) => rule with { Quorum = people },
        "expires" when rest.Length > 0 => rule with { Expires = Unescape(rest) },
        "notify" when rest.Length > 0 => rule with { Notify = Items(rest) },
        "attach" when rest.Length > 0 => rule with { Attach = Items(rest) },
        "blind" when rest.Length == 0 => rule with { Blind = true },
        _ when part.Equals("no self-approval", StringComparison.OrdinalIgnoreCase) || part.Equals("no-self-approval", StringComparison.OrdinalIgnoreCase) => rule with { NoSelfApproval = true },
        _ => null,
    };

    private static string List(IReadOnlyList<string> items) => string.Join(", ", items.Select(Escape));

    private static List<string> Items(string text) => [.. Split(text, ',').Select(item => Unescape(item.Trim())).Where(item => item.Length > 0)];

    private static string Escape(string item) => item.Replace("\\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal);

    private static string Unescape(string item)
    {
        var kept = item.Where((letter, index) => letter != '\\' || IsEscaped(item, index));
        return string.Concat(kept);
    }

    private static IEnumerable<string> Split(string text, char separator)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == separator && !IsEscaped(text, at))
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        yield return text[start..];
    }

    private static bool IsEscaped(string text, int at)
    {
        var slashes = 0;
        while (at - slashes - 1 >= 0 && text[at - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }
}
