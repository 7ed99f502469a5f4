using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>A value that an input might have instead, which stands for its whole region.</summary>
/// <param name="Line">The cuts of its kind; null for a list that gains or loses an item.</param>
/// <param name="Region">Its place on the line.</param>
/// <param name="Size">How far it is from the value now, from 0 to 1: of numbers the relative distance, a half for what is merely another.</param>
internal sealed record Candidate(FeelValue Value, ValueLine? Line, int Region, double Size)
{
    /// <summary>The item that a list gains or loses.</summary>
    public (string Item, bool Held)? Membership { get; init; }
}
