namespace OpsConsole.Core.Policies.Judging;

/// <summary>Which rows of a table a column leaves, one bit for each row, inside arrays that hold many such sets.</summary>
/// <param name="Alive">Rows that the column does not rule out.</param>
/// <param name="Sure">Those of them whose cell is met for certain; the cells of the others have to be evaluated.</param>
internal readonly record struct RowMarks(ulong[] Alive, int AliveFrom, ulong[] Sure, int SureFrom)
{
    public static int Words(int rows) => (rows + 63) / 64;

    public static ulong[] Of(int rows, Func<int, bool> isMarked)
    {
        var bits = new ulong[Words(rows)];
        for (var row = 0; row < rows; row++)
        {
            if (isMarked(row))
            {
                bits[row / 64] |= Bit(row);
            }
        }

        return bits;
    }

    public static ulong Bit(int row) => 1UL << (row % 64);

    public bool IsSure(int row) => (Sure[SureFrom + (row / 64)] & Bit(row)) != 0;
}
