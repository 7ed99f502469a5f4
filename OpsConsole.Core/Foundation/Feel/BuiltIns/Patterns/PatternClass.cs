using System.Buffers;
using System.Globalization;
using System.Text;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;

/// <summary>A set of characters: what <c>[a-z-[aeiou]]</c>, <c>\d</c> or a point stand for.</summary>
internal sealed class PatternClass
{
    // XML's names: what may begin one, and what may follow (XML 1.0, production 4 and 4a).
    private const string NameStart = ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD";
    private const string NameRest = "\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040";
    private const string NoNameStart = "\\u0000-9;-@\\[-\\^`{-\\u00BF\\u00D7\\u00F7\\u0300-\\u036F\\u037E\\u2000-\\u200B\\u200E-\\u206F\\u2190-\\u2BFF\\u2FF0-\\u3000\\uE000-\\uF8FF\\uFDD0-\\uFDEF\\uFFFE\\uFFFF";
    private const string NoName = "\\u0000-,/;-@\\[-\\^`{-\\u00B6\\u00B8-\\u00BF\\u00D7\\u00F7\\u037E\\u2000-\\u200B\\u200E-\\u203E\\u2041-\\u206F\\u2190-\\u2BFF\\u2FF0-\\u3000\\uE000-\\uF8FF\\uFDD0-\\uFDEF\\uFFFE\\uFFFF";

    private static readonly SearchValues<char> BlockLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly IReadOnlyList<(int From, int To)> NamePlanes = [(0x10000, 0xEFFFF)];

    private readonly StringBuilder _narrow = new();
    private readonly List<(int From, int To)> _wide = [];

    public bool Negated { get; set; }

    public PatternClass? Except { get; set; }

    public bool IsEmpty => _narrow.Length == 0 && _wide.Count == 0;

    /// <summary>What a point matches; without <paramref name="anyLine"/> not the end of a line.</summary>
    public static PatternClass Point(bool anyLine)
    {
        var point = new PatternClass { Negated = !anyLine };
        return anyLine ? point.Add("\\u0000-\\uFFFF", CodePointRanges.All) : point.Add("\\n\\r", []);
    }

    public void AddRange(int from, int to)
    {
        if (from <= 0xFFFF)
        {
            _narrow.Append(CultureInfo.InvariantCulture, $"\\u{from:X4}-\\u{Math.Min(to, 0xFFFF):X4}");
        }

        if (to > 0xFFFF)
        {
            _wide.Add((Math.Max(from, 0x10000), to));
        }
    }

    /// <summary><c>\s</c>, <c>\d</c>, <c>\w</c>, <c>\i</c>, <c>\c</c> and what is not of them; false for any other letter.</summary>
    public bool TryAddEscape(char letter)
    {
        switch (letter)
        {
            case 's': Add(" \\t\\n\\r", []); break;
            case 'S': Add("\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F!-\\uFFFF", CodePointRanges.All); break;
            case 'i': Add(NameStart, NamePlanes); break;
            case 'I': Add(NoNameStart, CodePointRanges.Complement(NamePlanes)); break;
            case 'c': Add(NameStart + NameRest, NamePlanes); break;
            case 'C': Add(NoName, CodePointRanges.Complement(NamePlanes)); break;
            case 'd': AddCategory("Nd", negated: false); break;
            case 'D': AddCategory("Nd", negated: true); break;
            case 'w': AddCategories("L", "M", "N", "S"); break;
            case 'W': AddCategories("P", "Z", "C"); break;
            default: return false;
        }

        return true;
    }

    /// <summary>A category such as <c>Lu</c>, or a block such as <c>IsBasicLatin</c>, of which .NET knows those of the first plane.</summary>
    public bool TryAddProperty(string name, bool negated)
    {
        if (CategoryNames.IsKnown(name))
        {
            AddCategory(name, negated);
            return true;
        }

        if (!name.StartsWith("Is", StringComparison.Ordinal) || name.AsSpan().ContainsAnyExcept(BlockLetters))
        {
            return false;
        }

        Add($"\\{(negated ? 'P' : 'p')}{{{name}}}", negated ? CodePointRanges.All : []);
        return true;
    }

    /// <summary>The pattern for one character of it. Only a wide one sees two halves as one character.</summary>
    public void Append(StringBuilder pattern, bool wide)
    {
        if (!wide)
        {
            AppendNarrow(pattern);
            return;
        }

        pattern.Append("(?:(?![\\uD800-\\uDFFF])");
        AppendNarrow(pattern);
        CodePointRanges.Append(pattern, Wide());
        pattern.Append(')');
    }

    private PatternClass Add(string narrow, IReadOnlyList<(int From, int To)> wide)
    {
        _narrow.Append(narrow);
        _wide.AddRange(wide);
        return this;
    }

    private void AddCategories(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            AddCategory(name, negated: false);
        }
    }

    private void AddCategory(string name, bool negated)
    {
        var wide = CodePointRanges.OfCategory(name);
        Add($"\\{(negated ? 'P' : 'p')}{{{name}}}", negated ? CodePointRanges.Complement(wide) : wide);
    }

    private void AppendNarrow(StringBuilder pattern)
    {
        if (_narrow.Length == 0)
        {
            pattern.Append(Negated ? "[\\s\\S" : "[^\\s\\S");
        }
        else
        {
            pattern.Append(Negated ? "[^" : "[").Append(_narrow);
        }

        if (Except is not null)
        {
            Except.AppendNarrow(pattern.Append('-'));
        }

        pattern.Append(']');
    }

    private IReadOnlyList<(int From, int To)> Wide()
    {
        var own = CodePointRanges.Complement(_wide);
        own = Negated ? own : CodePointRanges.Complement(own);
        return Except is null ? own : CodePointRanges.Except(own, Except.Wide());
    }
}
