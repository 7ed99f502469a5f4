namespace OpsConsole.Controls;

/// <summary>If this held, that verdict would follow.</summary>
public sealed record Counterfactual(string If, StatusLook Then)
{
    /// <summary>Said in words, since it is no value that anybody could enter.</summary>
    public bool IsInWords { get; init; }
}
