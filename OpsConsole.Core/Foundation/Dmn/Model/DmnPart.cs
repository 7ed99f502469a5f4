namespace OpsConsole.Core.Foundation.Dmn.Model;

/// <summary>What every part of a model may carry (DMN 1.5, 6.3.2).</summary>
public abstract record DmnPart
{
    public string? Id { get; init; }

    public string? Label { get; init; }

    public string? Description { get; init; }

    /// <summary>The line of the file that it was read from; 0 when it was made here. It is no part of what the model says.</summary>
    internal int Line { get; init; }
}
