using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsConsole.Bench.Secrets;

/// <param name="Around">The text about it, for who has to find out why.</param>
internal sealed record CanaryHit(Canary Canary, string Form, string Around);

/// <summary>Looks for all canaries in all their forms at once, in bytes as they are and with lines that were wrapped put together again.</summary>
internal sealed partial class CanarySearch
{
    private const int Key = 4;

    /// <summary>Parts of one secret that lie within so many characters are one find.</summary>
    private const int Together = 400;

    private readonly ILookup<string, (string Pattern, Canary Canary, string Form)> _patterns;
    private readonly SearchValues<string> _any;

    public CanarySearch(IEnumerable<Canary> canaries)
    {
        var patterns = canaries.SelectMany(canary => canary.Windows.SelectMany(window => CanaryForms.Of(window).Select(form => (form.Pattern, canary, form.Form)))).ToList();
        _patterns = patterns.ToLookup(pattern => pattern.Pattern[..Key], StringComparer.OrdinalIgnoreCase);
        _any = SearchValues.Create([.. patterns.Select(pattern => pattern.Pattern).Distinct(StringComparer.OrdinalIgnoreCase)], StringComparison.OrdinalIgnoreCase);
    }

    public IReadOnlyList<CanaryHit> Find(byte[] data)
    {
        var text = Encoding.Latin1.GetString(data);
        var asItIs = Find(text);
        var whole = Wraps().Replace(text, "");
        if (whole.Length == text.Length)
        {
            return asItIs;
        }

        var known = asItIs.Select(hit => hit.Canary).ToHashSet();
        return [.. asItIs, .. Find(whole).Where(hit => !known.Contains(hit.Canary))];
    }

    private List<CanaryHit> Find(string text)
    {
        var (hits, last) = (new List<CanaryHit>(), new Dictionary<Canary, int>());
        for (var at = 0; at < text.Length;)
        {
            var found = text.AsSpan(at).IndexOfAny(_any);
            if (found < 0)
            {
                break;
            }

            at += found;
            foreach (var (pattern, canary, form) in _patterns[text.Substring(at, Key)])
            {
                if (string.Compare(text, at, pattern, 0, pattern.Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    if (!last.TryGetValue(canary, out var before) || at - before > Together)
                    {
                        hits.Add(new CanaryHit(canary, form, Around(text, at)));
                    }

                    last[canary] = at;
                }
            }

            at++;
        }

        return hits;
    }

    private static string Around(string text, int at)
    {
        var (start, end) = (Math.Max(0, at - 160), Math.Min(text.Length, at + 100));
        return string.Concat(text[start..end].Select(letter => char.IsControl(letter) || letter > '~' ? '·' : letter));
    }

    /// <summary>The end of a line with the indent of the next, or that of a line of quoted-printable.</summary>
    [GeneratedRegex("=?\\r?\\n[ \\t]*")]
    private static partial Regex Wraps();
}
