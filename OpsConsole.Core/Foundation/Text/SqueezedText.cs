using System.Text;

namespace OpsConsole.Core.Foundation.Text;

/// <summary>
/// A text of which only letters and digits count, in one case: <c>W-23187</c> stands in "my order w 23187", and an address stands in one
/// that has other commas. What was found is told as a place in the text as it was written.
/// </summary>
public sealed class SqueezedText
{
    private const int Shortest = 2;

    private readonly string _text;
    private readonly string _squeezed;
    private readonly List<int> _places = [];

    public SqueezedText(string text)
    {
        _text = text;
        var squeezed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                squeezed.Append(char.ToLowerInvariant(text[at]));
                _places.Add(at);
            }
        }

        _squeezed = squeezed.ToString();
    }

    /// <summary>Letters and digits of a text in lower case.</summary>
    public static string Squeeze(string text) =>
        string.Create(text.Count(char.IsLetterOrDigit), text, static (target, source) =>
        {
            var at = 0;
            foreach (var each in source.Where(char.IsLetterOrDigit))
            {
                target[at++] = char.ToLowerInvariant(each);
            }
        });

    /// <summary>Where a value stands as words of its own; null when it does not, or is too short to be told from anything else.</summary>
    public (int Start, int End)? Find(string value)
    {
        var sought = Squeeze(value);
        if (sought.Length < Shortest)
        {
            return null;
        }

        for (var from = _squeezed.IndexOf(sought, StringComparison.Ordinal); from >= 0; from = _squeezed.IndexOf(sought, from + 1, StringComparison.Ordinal))
        {
            var (start, end) = (_places[from], _places[from + sought.Length - 1] + 1);
            if ((start == 0 || !char.IsLetterOrDigit(_text[start - 1])) && (end == _text.Length || !char.IsLetterOrDigit(_text[end])))
            {
                return (start, end);
            }
        }

        return null;
    }
}
