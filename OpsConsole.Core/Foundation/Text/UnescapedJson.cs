using System.Globalization;
using System.Text;

namespace OpsConsole.Core.Foundation.Text;

/// <summary>A text with the escapes of JSON undone, such as <c>\u0026</c> and <c>\"</c>, which knows where each character stood.</summary>
internal sealed class UnescapedJson
{
    private readonly IReadOnlyList<int>? _places;

    private UnescapedJson(string text, IReadOnlyList<int>? places) => (Text, _places) = (text, places);

    public string Text { get; }

    /// <summary>As it stands.</summary>
    public static UnescapedJson Of(string text) => new(text, null);

    /// <summary>Where a character of <see cref="Text"/>, or its end, stood in the text that was begun with.</summary>
    public int PlaceOf(int at) => _places is null ? at : _places[at];

    /// <summary>With one layer of escapes less.</summary>
    public UnescapedJson Again()
    {
        var (text, places) = (new StringBuilder(Text.Length), new List<int>(Text.Length + 1));
        for (var at = 0; at < Text.Length;)
        {
            places.Add(PlaceOf(at));
            var (letter, length) = Read(at);
            text.Append(letter);
            at += length;
        }

        places.Add(PlaceOf(Text.Length));
        return new UnescapedJson(text.ToString(), places);
    }

    private (char Letter, int Length) Read(int at)
    {
        if (Text[at] != '\\' || at + 1 == Text.Length)
        {
            return (Text[at], 1);
        }

        return Text[at + 1] == 'u' && at + 6 <= Text.Length && ushort.TryParse(Text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? ((char)code, 6)
            : (Text[at + 1], 2);
    }
}
