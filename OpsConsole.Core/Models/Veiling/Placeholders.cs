using System.Text.RegularExpressions;

namespace OpsConsole.Core.Models.Veiling;

/// <summary>
/// How a placeholder may be written by a model that was given <c>⟦email-1⟧</c>: in another case, in other brackets, with a space or
/// underscore, escaped, or bare.
/// </summary>
internal static partial class Placeholders
{
    public const int LongestKind = 16;

    public static string Replace(string text, Func<string, string, string?> value) =>
        Written().Replace(text, match => value(match.Groups["kind"].Value, Number(match)) ?? match.Value);

    public static IEnumerable<(string Kind, string Number)> Find(string text) => Written().Matches(text).Select(match => (match.Groups["kind"].Value, Number(match)));

    public static IEnumerable<(string Placeholder, int At, int Length)> FindPlaces(string text) =>
        Written().Matches(text).Select(match => ($"{match.Groups["kind"].Value}-{Number(match)}", match.Index, match.Length));

    private static string Number(Match match) => match.Groups["number"].Value.TrimStart('0');

    [GeneratedRegex(
        @"(?:⟦|\\u27e6|\[\[?|<<?|\{\{?|«|〚|【)\s{0,2}(?<kind>[a-z]{2,16})[\s_\-‐-―]{0,2}(?<number>\d{1,6})\s{0,2}(?:⟧|\\u27e7|\]\]?|>>?|\}\}?|»|〛|】)|(?<![\w-])(?<kind>[a-z]{2,16})-(?<number>\d{1,6})(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();
}
