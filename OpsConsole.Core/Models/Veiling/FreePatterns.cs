using System.Numerics;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Models.Veiling;

/// <summary>What is plainly somebody's or plainly secret wherever it stands: e-mail addresses, telephone numbers, cards, accounts, keys.</summary>
internal static partial class FreePatterns
{
    public static IEnumerable<(string Kind, string Value)> Find(string text)
    {
        foreach (Match match in Key().Matches(text))
        {
            yield return (Veil.Secret, match.Value);
        }

        foreach (Match match in Mail().Matches(text))
        {
            yield return ("email", match.Value);
        }

        foreach (Match match in Account().Matches(text))
        {
            if (LongestAccount(match.Value) is { } account)
            {
                yield return ("account", account);
            }
        }

        foreach (Match match in Card().Matches(text))
        {
            if (IsCard(match.Value))
            {
                yield return ("card", match.Value);
            }
        }

        foreach (Match match in Phone().Matches(text))
        {
            if (!Date().IsMatch(match.Value) && match.Value.Count(char.IsAsciiDigit) is >= 8 and <= 15)
            {
                yield return ("phone", match.Value.TrimEnd(' ', '.', '-', '/', '('));
            }
        }
    }

    /// <summary>ISO 13616: moved four places and letters read as numbers, the remainder by 97 is one.</summary>
    public static bool IsAccount(string value)
    {
        var compact = value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (compact.Length is < 15 or > 34 || !compact.All(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        var number = string.Concat((compact[4..] + compact[..4]).Select(letter => char.IsAsciiDigit(letter) ? letter.ToString() : (letter - 'A' + 10).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return BigInteger.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % 97 == 1;
    }

    /// <summary>ISO/IEC 7812: the sum of the digits, every second one doubled, ends in zero.</summary>
    public static bool IsCard(string value)
    {
        var digits = value.Where(char.IsAsciiDigit).Select(digit => digit - '0').Reverse().ToList();
        return digits.Count is >= 13 and <= 19
            && digits.Select((digit, index) => index % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2).Sum() % 10 == 0;
    }

    /// <summary>An account with a word after it looks like a longer account; the longest beginning that adds up is it.</summary>
    private static string? LongestAccount(string value)
    {
        for (var length = value.Length; length >= 15; length--)
        {
            if (char.IsAsciiLetterOrDigit(value[length - 1]) && IsAccount(value[..length]))
            {
                return value[..length];
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\w.+-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\w.,#-])(?:\+|00)\(?\d(?:[ ().\-/]{0,3}\d){7,14}(?![\w-])|(?<![\w.,#:-])\(?0\d(?:[ ().\-/]{0,3}\d){6,12}(?![\w:-])|(?<![\w.,#-])\(\d{3}\) ?\d{3}[-. ]\d{4}(?!\w)|(?<![\w.,#-])\d{3}[-. ]\d{3}[-. ]\d{4}(?![\w-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\d{1,2}[-./ ]\d{1,2}[-./ ]\d{2,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![\w-])[2-6]\d{3}(?:[ -]?\d){9,15}(?![\w-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<!\w)(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,}|(?<!\w)gh[pousr]_[A-Za-z0-9]{20,}|(?<!\w)github_pat_\w{20,}|(?<!\w)A[KS]IA[0-9A-Z]{16}|(?<!\w)xox[abeprs]-[\w-]{10,}|(?<!\w)AIza[\w-]{30,}|(?<!\w)ops_[A-Za-z0-9_-]{16,}|(?<!\w)eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}|(?<=[Bb]earer )[\w.~+/-]{16,}=*|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^-]{10,8000}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();
}
