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
        : string.Join(" · ", Value().Matches(text).Select(match => match.Groups["said"].Value.Replace("\\n", " ", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal)).Where(said => said.Trim().Length > 0));

    /// <summary>A string behind a colon, whether it has ended or not; one behind a bracket or a comma only when what follows it shows that it is no name.</summary>
    [GeneratedRegex("""(?<=:\s*)"(?<said>(?:[^"\\]|\\.)*)(?:"|\\?$)|(?<=[\[,]\s*)"(?<said>(?:[^"\\]|\\.)*)"(?=\s*[,\]}])""")]
    private static partial Regex Value();
}
