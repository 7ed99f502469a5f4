namespace OpsConsole.Policies.Editing;

/// <summary>A place in the sheet; row -1 is the head.</summary>
public readonly record struct SheetCell(int Row, int Column)
{
    public const int Head = -1;
}

/// <summary>What is selected: from where it began to the cell that is active.</summary>
public readonly record struct SheetBlock(SheetCell Anchor, SheetCell Active)
{
    public int Top => Math.Min(Anchor.Row, Active.Row);

    public int Bottom => Math.Max(Anchor.Row, Active.Row);

    public int Left => Math.Min(Anchor.Column, Active.Column);

    public int Right => Math.Max(Anchor.Column, Active.Column);

    public int Rows => Bottom - Top + 1;

    public int Columns => Right - Left + 1;

    public bool IsSingle => Anchor == Active;

    public static SheetBlock At(int row, int column) => new(new SheetCell(row, column), new SheetCell(row, column));

    public bool HoldsRow(int row) => row >= Top && row <= Bottom;
}
