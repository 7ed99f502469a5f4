namespace OpsConsole.Core.Foundation.Dmn;

/// <summary>How much of a file is read before it is refused.</summary>
public sealed record DmnLimits
{
    public static readonly DmnLimits Default = new();

    /// <summary>Bytes, or characters, of the file.</summary>
    public int Size { get; init; } = 5 * 1024 * 1024;

    /// <summary>Elements inside elements.</summary>
    public int Depth { get; init; } = 100;

    /// <summary>Elements in all.</summary>
    public int Elements { get; init; } = 100_000;
}
