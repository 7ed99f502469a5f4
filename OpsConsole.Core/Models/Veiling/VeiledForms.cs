namespace OpsConsole.Core.Models.Veiling;

/// <summary>The ways in which a value may be written.</summary>
internal static class VeiledForms
{
    private const int ShortWord = 6;
    private const int ShortNumber = 8;
    private const int LeastCompact = 8;
    private const int LeastNational = 8;

    public static IReadOnlyList<VeiledForm> Of(string kind, string value)
    {
        var forms = new List<VeiledForm>();
        foreach (var spelling in new[] { value, Transcribe(value) }.Distinct(StringComparer.Ordinal))
        {
            var folded = FoldedText.Of(spelling);
            Add(forms, folded.Letters.Text.Trim(), folded.Compact.Text);
        }

        if (kind == "phone")
        {
            Phone(forms, value);
        }

        return forms;
    }

    /// <summary>The parts of a person's name, each of which names the person too.</summary>
    public static IEnumerable<VeiledForm> PartsOf(string name) => FoldedText.Of(name).Letters.Text
        .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(part => part.Length >= 3 && part.All(letter => char.IsLetter(letter) || letter is '\'' or '-'))
        .Select(part => new VeiledForm(part, IsCompact: false, NeedsEdges: true, IsSame: false, NeedsCapital: true));

    private static void Add(List<VeiledForm> forms, string letters, string compact)
    {
        if (letters.Length == 0)
        {
            return;
        }

        var digits = compact.Count(char.IsDigit);
        var isWord = digits == 0 && compact.Length == letters.Length;
        forms.Add(new VeiledForm(letters, false, NeedsEdges: isWord ? letters.Length <= ShortWord : letters.Length < 5, IsSame: true, NeedsCapital: false));
        if (digits >= 3 && compact.Length >= 5 && digits * 2 >= compact.Length)
        {
            forms.Add(new VeiledForm(compact, true, NeedsEdges: compact.Length <= ShortNumber, IsSame: true, NeedsCapital: false));
        }
        else if (compact.Length >= LeastCompact && compact != letters)
        {
            forms.Add(new VeiledForm(compact, true, NeedsEdges: true, IsSame: false, NeedsCapital: false));
        }
    }

    /// <summary>A number without its country code: which digits are the code is not known, so that one to three are tried.</summary>
    private static void Phone(List<VeiledForm> forms, string value)
    {
        var digits = string.Concat(value.Where(char.IsAsciiDigit));
        if (value.TrimStart() is not ['+' or '0', ..])
        {
            return;
        }

        var national = digits.TrimStart('0');
        for (var code = 0; code <= 3 && national.Length - code >= LeastNational; code++)
        {
            forms.Add(new VeiledForm(national[code..], true, NeedsEdges: false, IsSame: true, NeedsCapital: false));
        }
    }

    private static string Transcribe(string value) => value
        .Replace("ä", "ae", StringComparison.OrdinalIgnoreCase).Replace("ö", "oe", StringComparison.OrdinalIgnoreCase).Replace("ü", "ue", StringComparison.OrdinalIgnoreCase)
        .Replace("å", "aa", StringComparison.OrdinalIgnoreCase);
}
