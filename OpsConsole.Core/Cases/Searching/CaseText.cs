using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Cases.Searching;

/// <summary>What a person types into a search field, as the text index wants it.</summary>
internal static partial class CaseText
{
    private const int MostWords = 12;

    /// <summary><c>case-1042 refu</c> becomes <c>"1042" "refu"*</c>: all words, the last one may be a beginning. Null when there is no word.</summary>
    public static string? Query(string? typed)
    {
        var words = Words().Matches(Prefix().Replace(typed ?? "", "")).Take(MostWords).Select(match => $"\"{match.Value}\"").ToList();
        return words.Count == 0 ? null : string.Join(' ', words) + "*";
    }

    /// <summary>The number, when the text is a case's number and nothing else: <c>1042</c>, <c>CASE-1042</c>.</summary>
    public static long? Number(string? typed) =>
        long.TryParse(Prefix().Replace(typed?.Trim() ?? "", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\bcase-(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();
}
