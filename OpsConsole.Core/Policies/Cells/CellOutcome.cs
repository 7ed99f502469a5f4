namespace OpsConsole.Core.Policies.Cells;

/// <summary>What a cell says to a value.</summary>
internal enum CellOutcome
{
    /// <summary>It is met.</summary>
    Met,

    /// <summary>It rules its row out.</summary>
    NotMet,

    /// <summary>It cannot be told, such as whether a text is over 25; the row is in doubt unless another cell rules it out.</summary>
    Doubt,

    /// <summary>It has to be evaluated: what it says does not follow from the value alone, or not in a way that is understood here.</summary>
    Open,
}
