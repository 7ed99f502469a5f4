using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>A cell of the sheet as text: what is shown, typed, copied and pasted. What is read and written again is the same row.</summary>
public static class CellText
{
    /// <summary>A test that every value meets.</summary>
    public const string Any = "-";

    private const string Ask = "require-approval";

    /// <summary>The verdicts as they are typed, with the words for them.</summary>
    public static readonly IReadOnlyList<(string Text, string What)> Verdicts =
    [
        ("allow", "runs alone under a lease, or by any approver's click"),
        ("agent approves", "an agent decides"),
        ("supervisor approves", "a supervisor decides"),
        ("deny", "must not run"),
    ];

    public static string Read(DocumentRule rule, SheetColumn column) => column.Kind switch
    {
        SheetColumnKind.Id => rule.Id,
        SheetColumnKind.Input => rule.Cells[column.Input],
        SheetColumnKind.Verdict => ReadVerdict(rule),
        SheetColumnKind.Demands => DemandText.Read(rule),
        SheetColumnKind.Reason => rule.Reason,
        SheetColumnKind.Cites => rule.Cites,
    };

    /// <summary>The row with that text in the column; null, with a sentence, when the text cannot be held.</summary>
    public static DocumentRule? Write(DocumentRule rule, SheetColumn column, string text, out string? fault)
    {
        fault = null;
        return column.Kind switch
        {
            SheetColumnKind.Id => rule with { Id = text.Trim() },
            SheetColumnKind.Input => rule with { Cells = [.. rule.Cells.Select((cell, index) => index == column.Input ? Cell(text) : cell)] },
            SheetColumnKind.Verdict => WriteVerdict(rule, text.Trim()),
            SheetColumnKind.Demands => DemandText.Write(rule, text, out fault),
            SheetColumnKind.Reason => rule with { Reason = text.Trim() },
            SheetColumnKind.Cites => rule with { Cites = text.Trim() },
        };
    }

    /// <summary>What clearing a cell leaves behind.</summary>
    public static string Empty(SheetColumn column) => column.Kind switch
    {
        SheetColumnKind.Input => Any,
        SheetColumnKind.Verdict => "supervisor approves",
        _ => "",
    };

    private static string Cell(string text) => text.Trim() is { Length: > 0 } test ? test : Any;

    private static string ReadVerdict(DocumentRule rule) => (rule.Verdict, rule.Approver) switch
    {
        (Ask, "agent" or "supervisor") => $"{rule.Approver} approves",
        (_, "") => rule.Verdict,
        _ => $"{rule.Verdict} ({rule.Approver})",
    };

    private static DocumentRule WriteVerdict(DocumentRule rule, string text)
    {
        if (text.ToLowerInvariant() is "agent" or "agent approves" or "supervisor" or "supervisor approves")
        {
            return rule with { Verdict = Ask, Approver = text.Split(' ')[0].ToLowerInvariant() };
        }

        var opens = text.EndsWith(')') ? text.IndexOf(" (", StringComparison.Ordinal) : -1;
        var (verdict, approver) = opens < 0 ? (text, "") : (text[..opens], text[(opens + 2)..^1]);
        return rule with { Verdict = verdict.ToLowerInvariant() is "allow" or "deny" or Ask ? verdict.ToLowerInvariant() : verdict, Approver = approver };
    }
}
