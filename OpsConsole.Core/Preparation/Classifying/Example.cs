namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>A message whose case type is known. Utterances of a conversation are its lines, in order.</summary>
public sealed record Example(string Text, string CaseType)
{
    /// <summary>What it is besides: a conversation can be about several things.</summary>
    public IReadOnlyList<string> MoreTypes { get; init; } = [];

    /// <summary>How much it counts beside the others; what a person put right outweighs what merely stood.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>All that it is.</summary>
    public IEnumerable<string> Types => MoreTypes.Prepend(CaseType);
}
