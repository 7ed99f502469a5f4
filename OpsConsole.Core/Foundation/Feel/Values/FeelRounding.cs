namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>What becomes of the digits that are dropped.</summary>
internal enum FeelRounding
{
    /// <summary>To the nearest; from the middle to the even neighbour.</summary>
    HalfEven,

    /// <summary>To the nearest; from the middle away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest; from the middle towards zero.</summary>
    HalfDown,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,

    /// <summary>Towards negative infinity.</summary>
    Floor,

    /// <summary>Towards positive infinity.</summary>
    Ceiling,
}
