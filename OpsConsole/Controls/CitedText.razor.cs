using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace OpsConsole.Controls;

/// <summary>Prose whose sentences cite facts, such as <c>The lamp came on 16 Nov [3].</c></summary>
public sealed partial class CitedText
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    private IEnumerable<(string Text, int? Number)> Parts
    {
        get
        {
            var from = 0;
            foreach (Match match in Mark().Matches(Text))
            {
                yield return (Text[from..match.Index], null);
                yield return ("", int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
                from = match.Index + match.Length;
            }

            yield return (Text[from..], null);
        }
    }

    [GeneratedRegex(@"\s?\[(\d{1,3})\]")]
    private static partial Regex Mark();
}
