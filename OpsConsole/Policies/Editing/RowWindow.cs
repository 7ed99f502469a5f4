namespace OpsConsole.Policies.Editing;

/// <summary>Which rows of a long table are on the page: those in sight and some around them.</summary>
public readonly record struct RowWindow(int First, int End)
{
    /// <summary>Tables of up to so many rows are there as a whole.</summary>
    public const int WholeUpTo = 100;

    /// <summary>The height of each row in pixels, as the stylesheet has it.</summary>
    public const int RowHeight = 32;

    private const int Around = 20;
    private const int Shown = 70;

    /// <param name="rows">All rows.</param>
    /// <param name="firstInSight">The row at the upper edge.</param>
    public static RowWindow Of(int rows, int firstInSight)
    {
        if (rows <= WholeUpTo)
        {
            return new(0, rows);
        }

        var first = Math.Clamp(firstInSight - Around, 0, Math.Max(0, rows - Shown));
        return new(first, Math.Min(rows, first + Shown));
    }

    public bool Holds(int row) => row >= First && row < End;
}
