using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;

/// <summary>Translated patterns, as most are asked about again and again. When it is full it starts anew.</summary>
internal static class PatternCache
{
    private const int Capacity = 1_000;

    private static readonly ConcurrentDictionary<(string, XPathFlags, bool), Regex?> Known = new();

    /// <summary>Null when the text is no pattern.</summary>
    public static Regex? Get(string source, XPathFlags flags, bool wide)
    {
        if (Known.TryGetValue((source, flags, wide), out var pattern))
        {
            return pattern;
        }

        if (Known.Count >= Capacity)
        {
            Known.Clear();
        }

        return Known[(source, flags, wide)] = Make(source, flags, wide);
    }

    private static Regex? Make(string source, XPathFlags flags, bool wide)
    {
        var translated = flags.Literal ? Regex.Escape(source) : XPathPattern.Translate(source, flags, wide);
        if (translated is null)
        {
            return null;
        }

        var options = RegexOptions.CultureInvariant | (flags.IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return new Regex(translated, options, FeelLimits.Pattern);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
