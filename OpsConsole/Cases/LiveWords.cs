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

    /// <summary>A string that ends and is no name, or one behind a colon that has not ended yet.</summary>
    [GeneratedRegex("""(?<=[:\[,]\s*)"(?<said>(?:[^"\\]|\\.)*)"(?!\s*:)|(?<=:\s*)"(?<said>(?:[^"\\]|\\.)*)$""")]
    private static partial Regex Value();
}
