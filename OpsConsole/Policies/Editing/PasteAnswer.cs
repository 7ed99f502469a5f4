namespace OpsConsole.Policies.Editing;

/// <summary>What came of pasting.</summary>
/// <param name="Said">What was done, or why nothing was.</param>
public sealed record PasteAnswer(bool IsDone, string Said)
{
    internal static PasteAnswer No(string why) => new(false, why);
}
