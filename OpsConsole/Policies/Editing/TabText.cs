using System.Text;

namespace OpsConsole.Policies.Editing;

/// <summary>
/// Cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows, and quotes around a cell that holds a tab, a
/// line end or a quote, each quote inside it doubled. FEEL texts have quotes of their own, so quotes that the spreadsheet had no reason
/// to add belong to the cell: <c>"damaged"</c> is FEEL, <c>"two↵lines"</c> is a spreadsheet's.
/// </summary>
public static class TabText
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var at = 0;
        while (at <= text.Length)
        {
            row.Add(ReadCell(text, ref at));
            if (at < text.Length && text[at] == '\t')
            {
                at++;
                continue;
            }

            rows.Add(row);
            row = [];
            at += at < text.Length - 1 && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            if (at == text.Length)
            {
                break; // The last line ended as all others did; nothing follows it.
            }
        }

        return rows;
    }

    public static string Write(IEnumerable<IEnumerable<string>> rows) => string.Join("\r\n", rows.Select(row => string.Join('\t', row.Select(WriteCell))));

    /// <summary>Quotes a cell also when its own quote would be taken for a spreadsheet's, alone or together with the next one's.</summary>
    private static string WriteCell(string cell)
    {
        var isPlain = cell.IndexOfAny(['\t', '\r', '\n']) < 0 && (!cell.StartsWith('"') || (ReadQuoted(cell, 0).Cell is null && ReadQuoted($"{cell}\t\"", 0).Cell is null));
        return isPlain ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string ReadCell(string text, ref int at)
    {
        if (ReadQuoted(text, at) is var (cell, end) && cell is not null)
        {
            at = end;
            return cell;
        }

        var start = at;
        while (!IsEnd(text, at))
        {
            at++;
        }

        return text[start..at];
    }

    /// <summary>The cell inside quotes if a spreadsheet put them there, else null.</summary>
    private static (string? Cell, int End) ReadQuoted(string text, int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            return default;
        }

        var cell = new StringBuilder();
        var hadReason = false;
        for (var next = at + 1; next < text.Length; next++)
        {
            var letter = text[next];
            if (letter != '"')
            {
                hadReason |= letter is '\t' or '\r' or '\n';
                cell.Append(letter);
            }
            else if (next + 1 < text.Length && text[next + 1] == '"')
            {
                hadReason = true;
                cell.Append('"');
                next++;
            }
            else
            {
                return IsEnd(text, next + 1) && hadReason ? (cell.ToString(), next + 1) : default;
            }
        }

        return default;
    }

    private static bool IsEnd(string text, int at) => at >= text.Length || text[at] is '\t' or '\r' or '\n';
}
