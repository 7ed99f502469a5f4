namespace OpsConsole.Core.Models;

/// <summary>
/// Hides values on their way to a model behind placeholders such as <c>⟦email-1⟧</c>, and puts them back into what comes back. Values are
/// found in any case.
/// </summary>
public sealed class Veil
{
    private readonly List<(string Value, string Placeholder)> _hidden = [];

    /// <summary>Hides nothing; for questions that hold no data of anybody.</summary>
    public static Veil None => new();

    /// <param name="kind">What it is, such as <c>email</c>; the placeholder is made of it.</param>
    /// <param name="value">The value to hide; shorter ones than three characters cannot be told from other text and are refused.</param>
    /// <returns>The placeholder.</returns>
    public string Hide(string kind, string value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value.Length, 3);
        if (_hidden.FirstOrDefault(known => string.Equals(known.Value, value, StringComparison.OrdinalIgnoreCase)) is { Placeholder: { } before })
        {
            return before;
        }

        var placeholder = $"⟦{kind}-{_hidden.Count + 1}⟧";
        _hidden.Add((value, placeholder));
        _hidden.Sort((left, right) => right.Value.Length.CompareTo(left.Value.Length));
        return placeholder;
    }

    public string Cover(string text) => _hidden.Aggregate(text, (covered, pair) => covered.Replace(pair.Value, pair.Placeholder, StringComparison.OrdinalIgnoreCase));

    public string Reveal(string text) => _hidden.Aggregate(text, (revealed, pair) => revealed.Replace(pair.Placeholder, pair.Value, StringComparison.Ordinal));
}
