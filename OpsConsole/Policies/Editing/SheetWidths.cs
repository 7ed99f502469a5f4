using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>How wide each column is, in pixels. It follows from the texts of the whole table, so that scrolling a long one does not move its columns.</summary>
public static class SheetWidths
{
    private const int Looked = 500;
    private const int Letter = 7;
    private const int Edges = 18;

    public static IReadOnlyList<int> Of(PolicyDocument document) => [.. Enumerable.Range(0, SheetColumn.CountOf(document)).Select(column => Of(document, SheetColumn.At(document, column)))];

    private static int Of(PolicyDocument document, SheetColumn column) => column.Kind switch
    {
        SheetColumnKind.Id => Clamp(Longest(document, column) + 4, 10, 18),
        SheetColumnKind.Input => Clamp(Math.Max(Longest(document, column), Math.Max(document.Inputs[column.Input].Name.Length, Math.Min(14, document.Inputs[column.Input].Expression.Length))), 8, 26),
        SheetColumnKind.Verdict => 168,
        SheetColumnKind.Demands => Clamp(Longest(document, column), 6, 14),
        SheetColumnKind.Reason => Clamp(Longest(document, column), 14, 32),
        SheetColumnKind.Cites => Clamp(Longest(document, column), 9, 15),
    };

    private static int Longest(PolicyDocument document, SheetColumn column) => document.Rules.Take(Looked).Select(rule => CellText.Read(rule, column).Length).DefaultIfEmpty().Max();

    private static int Clamp(int letters, int least, int most) => (Math.Clamp(letters, least, most) * Letter) + Edges;
}
