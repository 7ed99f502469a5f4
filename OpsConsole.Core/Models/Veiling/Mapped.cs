using System.Text;

namespace OpsConsole.Core.Models.Veiling;

/// <summary>A text whose characters know where in another text they came from.</summary>
internal sealed class Mapped
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End)> _from = [];
    private string? _made;

    public string Text => _made ??= _text.ToString();

    public bool EndsWith(char letter) => _text.Length > 0 && _text[^1] == letter;

    public void Add(char letter, int start, int end)
    {
        _text.Append(letter);
        _from.Add((start, end));
    }

    public void Add(string letters, int start, int end)
    {
        foreach (var letter in letters)
        {
            Add(letter, start, end);
        }
    }

    /// <summary>The part of the other text that <paramref name="length"/> characters from <paramref name="at"/> on came from.</summary>
    public (int Start, int End) Range(int at, int length) => (_from[at].Start, _from[at + length - 1].End);
}
