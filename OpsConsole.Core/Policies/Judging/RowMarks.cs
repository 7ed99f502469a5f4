namespace OpsConsole.Core.Policies.Judging;

/// <summary>Which rows of a table a column leaves, one bit for each row, inside arrays that hold many such sets.</summary>
/// <param name="Alive">Rows that the column does not rule out.</param>
/// <param name="Sure">Those of them whose cell is met for certain; the cells of the others have to be evaluated.</param>
/// <param name="Filled">One bit for each word of <paramref name="Alive"/> that has a bit: of a large table most have none.</param>
internal readonly record struct RowMarks(ulong[] Alive, int AliveFrom, ulong[] Sure, int SureFrom, ulong[] Filled, int FilledFrom)
{
    /// <summary>Sets that stand alone.</summary>
    public RowMarks(ulong[] alive, ulong[] sure)
        : this(alive, 0, sure, 0, FilledOf(alive, alive.Length), 0)
    {
    }

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

    /// <summary>For sets of <paramref name="words"/> words each that stand one after another, their filled words one set after another.</summary>
    public static ulong[] FilledOf(ulong[] sets, int words)
    {
        var filled = new ulong[sets.Length / words * Words(words)];
        for (var word = 0; word < sets.Length; word++)
        {
            if (sets[word] != 0)
            {
                filled[(word / words * Words(words)) + (word % words / 64)] |= Bit(word % words);
            }
        }

        return filled;
    }

    public static ulong Bit(int row) => 1UL << (row % 64);

    public bool IsSure(int row) => (Sure[SureFrom + (row / 64)] & Bit(row)) != 0;
}
