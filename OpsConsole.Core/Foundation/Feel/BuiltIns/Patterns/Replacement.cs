using System.Text;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;

/// <summary>What comes in the place of a match, such as <c>[$1]</c>: texts and numbers of groups in turn.</summary>
internal sealed class Replacement
{
    private readonly List<(string Text, int Group)> _parts = [];

    private Replacement()
    {
    }

    /// <summary>Null when a backslash or dollar sign stands for nothing. A group that the pattern lacks is empty.</summary>
    public static Replacement? TryRead(string text, bool isLiteral, int groups)
    {
        var replacement = new Replacement();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (isLiteral || text[at] is not ('\\' or '$'))
            {
                plain.Append(text[at]);
                continue;
            }

            if (at + 1 == text.Length || (text[at] == '\\' ? text[at + 1] is not ('\\' or '$') : !char.IsAsciiDigit(text[at + 1])))
            {
                return null;
            }

            if (text[at++] == '\\')
            {
                plain.Append(text[at]);
                continue;
            }

            // As many digits as make the number of a group: with three groups, $12 is the first and a 2.
            var group = text[at] - '0';
            while (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && (group * 10) + text[at + 1] - '0' <= groups)
            {
                group = (group * 10) + text[++at] - '0';
            }

            replacement._parts.Add((plain.ToString(), group <= groups ? group : -1));
            plain.Clear();
        }

        replacement._parts.Add((plain.ToString(), -1));
        return replacement;
    }

    public void Append(StringBuilder result, Match match)
    {
        foreach (var (text, group) in _parts)
        {
            result.Append(text).Append(group < 0 ? "" : match.Groups[group].ValueSpan);
        }
    }
}
