using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpsConsole.Cases;

/// <summary>
/// What of an answer that is still being written is for people to read. Prose is read as it is; of JSON the values, not its braces and names:
/// <c>{"wishes": [{"wish": "money ba</c> reads <c>money ba</c>.
/// </summary>
public static partial class LiveWords
{
    public static string Of(string text) => !text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal)
        ? text
        : string.Join(" · ", Value().Matches(text).Select(match => Written(match.Groups["said"].Value)).Where(said => said.Trim().Length > 0));

    /// <summary>What the escapes of JSON stand for, line ends as spaces; an escape that has not wholly come yet is left out.</summary>
    private static string Written(string said)
    {
        var whole = Cut().Replace(said, "");
        try
        {
            return JsonSerializer.Deserialize<string>($"\"{whole}\"")!.ReplaceLineEndings(" ");
        }
        catch (JsonException)
        {
            return whole;
        }
    }

    [GeneratedRegex("""(?<=(?:^|[^\\])(?:\\\\)*)(?:\\u[dD][89abAB][0-9a-fA-F]{2})?(?:\\u[0-9a-fA-F]{0,3})?$""")]
    private static partial Regex Cut();

    /// <summary>A string behind a colon, whether it has ended or not; one behind a bracket or a comma only when what follows it shows that it is no name.</summary>
    [GeneratedRegex("""(?<=:\s*)"(?<said>(?:[^"\\]|\\.)*)(?:"|\\?$)|(?<=[\[,]\s*)"(?<said>(?:[^"\\]|\\.)*)"(?=\s*[,\]}])""")]
    private static partial Regex Value();
}
