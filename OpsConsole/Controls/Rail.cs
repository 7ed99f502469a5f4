namespace OpsConsole.Controls;

/// <summary>The pattern at a card's edge; it repeats the verdict for those who do not see colour.</summary>
public enum Rail
{
    /// <summary>A solid edge: it can go, or it is going.</summary>
    Solid,

    /// <summary>A dashed edge: it takes a supervisor or a second look.</summary>
    Dashed,

    /// <summary>A hatched edge: it is stopped.</summary>
    Hatched,

    /// <summary>A dotted edge: nobody knows.</summary>
    Dotted,
}
