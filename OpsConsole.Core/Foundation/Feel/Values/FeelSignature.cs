namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>One way to call a function, such as <c>string, start position, length?</c>.</summary>
/// <param name="Least">How many arguments there must be.</param>
/// <param name="Open">The last one may be repeated.</param>
internal sealed record FeelSignature(IReadOnlyList<string> Names, int Least, bool Open)
{
    /// <summary>Reads the written form: a question mark makes an argument optional, three dots at the end repeat the last one, bars part several ways.</summary>
    public static IReadOnlyList<FeelSignature> Read(string text) => [.. text.Split('|', StringSplitOptions.TrimEntries).Select(ReadOne)];

    public bool Accepts(int count) => count >= Least && (Open || count <= Names.Count);

    /// <summary>The arguments in this signature's order, or null when a name is not of it or a required one lacks.</summary>
    public FeelValue[]? Arrange(IReadOnlyList<string?> names, FeelValue[] arguments)
    {
        var arranged = new FeelValue[Names.Count];
        Array.Fill(arranged, FeelValue.Null.Instance);
        var given = new HashSet<int>();
        for (var index = 0; index < arguments.Length; index++)
        {
            var place = Names.ToList().FindIndex(name => name == names[index]);
            if (place < 0 || !given.Add(place))
            {
                return null;
            }

            arranged[place] = arguments[index];
        }

        return Enumerable.Range(0, Least).All(given.Contains) ? arranged : null;
    }

    private static FeelSignature ReadOne(string text)
    {
        var parts = text.TrimEnd('.').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new FeelSignature([.. parts.Select(part => part.TrimEnd('?'))], parts.Count(part => !part.EndsWith('?')), text.EndsWith("...", StringComparison.Ordinal));
    }
}
