using System.Globalization;

namespace OpsConsole.Core.Models.Veiling;

/// <summary>One value that must not leave the house, and what stands for it.</summary>
/// <param name="IsSecret">Never put back.</param>
/// <param name="Forms">The ways to find it; none for a fragment, which stands for one place in one text.</param>
internal sealed record VeiledValue(string Kind, int Number, string Value, bool IsSecret, IReadOnlyList<VeiledForm> Forms)
{
    public string Placeholder { get; } = $"⟦{Kind}-{Number.ToString(CultureInfo.InvariantCulture)}⟧";
}

/// <summary>A folded text to look for.</summary>
/// <param name="IsCompact">Whether it is looked for among letters and digits only.</param>
/// <param name="NeedsEdges">Whether it counts only where it does not go on with a letter or digit.</param>
/// <param name="IsSame">Whether what is found means the value itself, so that the value may be put back in its place.</param>
/// <param name="NeedsCapital">Whether it counts only where it begins with a capital letter, as names do and words do not.</param>
internal sealed record VeiledForm(string Text, bool IsCompact, bool NeedsEdges, bool IsSame, bool NeedsCapital);
