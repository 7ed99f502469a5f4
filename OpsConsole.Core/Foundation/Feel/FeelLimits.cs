namespace OpsConsole.Core.Foundation.Feel;

/// <summary>Bounds that keep every evaluation short, whatever was written. Reaching one gives null and a problem.</summary>
internal static class FeelLimits
{
    /// <summary>Characters of one expression.</summary>
    public const int Source = 8_000;

    /// <summary>Nesting of one expression, and of one value.</summary>
    public const int Depth = 60;

    /// <summary>Operators, member accesses and filters of one expression.</summary>
    public const int Operators = 500;

    /// <summary>Functions that call functions, as long as the thread's stack has room for them.</summary>
    public const int Calls = 250;

    /// <summary>Iterations, calls and list items in one evaluation.</summary>
    public const int Steps = 200_000;

    /// <summary>Characters of one text.</summary>
    public const int Text = 100_000;

    public static readonly TimeSpan Pattern = TimeSpan.FromMilliseconds(100);
}
