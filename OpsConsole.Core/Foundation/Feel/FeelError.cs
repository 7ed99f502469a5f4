namespace OpsConsole.Core.Foundation.Feel;

/// <summary>Why a text is no FEEL. Positions count characters from 1.</summary>
/// <param name="Position">Where reading stopped.</param>
/// <param name="Message">What was expected there and what was found.</param>
public sealed record FeelError(int Position, string Message)
{
    public override string ToString() => $"position {Position}: {Message}";
}
