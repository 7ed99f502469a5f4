namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>One way to call a function, such as <c>string, start position, length?</c>.</summary>
/// <param name="Least">How many arguments there must be.</param>
/// <param name="Open">The last one may be repeated.</param>
internal sealed record FeelSignature(IReadOnlyList<string> Names, int Least, bool Open)
{
    /// <summary>Whether arguments that are given by name may lack; they are null then.</summary>
    public bool MayLack { get; private init; }

    /// <summary>
    /// Reads the written form: a question mark makes an argument optional, three dots at the end repeat the last one, bars part several ways, and
    /// an asterisk at the end lets arguments lack that are given by name.
    /// </summary>
    public static IReadOnlyList<FeelSignature> Read(string text) => [.. text.Split('|', StringSplitOptions.TrimEntries).Select(ReadOne)];

    public bool Accepts(int count) => count >= Least && (Open || count <= Names.Count);

    /// <summary>
    /// The arguments in this signature's order, up to the last one that was given; null when a name is not of it, comes twice, or a required one
    /// lacks. One that was left out before another is null.
    /// </summary>
    public FeelValue[]? Arrange(IReadOnlyList<string?> names, FeelValue[] arguments)
    {
        var arranged = new FeelValue?[Names.Count];
        var last = -1;
        for (var index = 0; index < arguments.Length; index++)
        {
            var place = Place(names[index]);
            if (place < 0 || arranged[place] is not null)
            {
                return null;
            }

            arranged[place] = arguments[index];
            last = Math.Max(last, place);
        }

        var result = new FeelValue[Math.Max(last + 1, MayLack ? Least : 0)];
        for (var place = 0; place < Names.Count; place++)
        {
            if (arranged[place] is null && place < Least && !MayLack)
            {
                return null;
            }

            if (place < result.Length)
            {
                result[place] = arranged[place] ?? FeelValue.Null.Instance;
            }
        }

        return result;
    }

    private int Place(string? wanted)
    {
        for (var place = 0; place < Names.Count; place++)
        {
            if (Names[place] == wanted)
            {
                return place;
            }
        }

        return -1;
    }

    private static FeelSignature ReadOne(string text)
    {
        var parts = text.TrimEnd('.', '*').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new FeelSignature([.. parts.Select(part => part.TrimEnd('?'))], parts.Count(part => !part.EndsWith('?')), text.EndsWith("...", StringComparison.Ordinal))
        {
            MayLack = text.EndsWith('*'),
        };
    }
}
