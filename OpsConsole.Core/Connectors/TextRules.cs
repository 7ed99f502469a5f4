using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Connectors;

/// <summary>What a schema may ask of a text: its length, a pattern, a format.</summary>
internal static class TextRules
{
    /// <summary>A pattern comes from outside; one that backtracks without end must not stop us.</summary>
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    private static readonly ConcurrentDictionary<string, Regex?> Patterns = new(StringComparer.Ordinal);

    public static IEnumerable<string> Check(JsonObject rules, string text, string subject)
    {
        // Code points, as JSON Schema counts: by what shows as one sign, thousands of marks on a letter would be one.
        var length = text.EnumerateRunes().Count();
        if (SchemaCheck.ReadLimit(rules, "minLength") is { } least && length < least)
        {
            yield return least == 1 ? $"{subject} must not be empty." : $"{subject} must have at least {least} characters.";
        }

        if (SchemaCheck.ReadLimit(rules, "maxLength") is { } most && length > most)
        {
            yield return $"{subject} must have at most {most} characters.";
        }

        if (rules["pattern"]?.ToString() is { } pattern && !Matches(pattern, text))
        {
            yield return $"{subject} must match {pattern}.";
        }

        if (rules["format"]?.ToString() is { } format && Fault(format, text) is { } fault)
        {
            yield return $"{subject} must be {fault}.";
        }
    }

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Patterns.GetOrAdd(pattern, Compile)?.IsMatch(text) ?? false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(EndingAtTheEnd(pattern), RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>In a schema <c>$</c> is the end of the text; here it would also stand before a last line break.</summary>
    private static string EndingAtTheEnd(string pattern)
    {
        var (written, isInClass) = (new StringBuilder(), false);
        for (var at = 0; at < pattern.Length; at++)
        {
            isInClass = pattern[at] == '[' || (isInClass && pattern[at] != ']');
            written.Append(pattern[at] == '$' && !isInClass ? @"\z" : pattern[at]);
            if (pattern[at] == '\\' && at + 1 < pattern.Length)
            {
                written.Append(pattern[++at]);
            }
        }

        return written.ToString();
    }

    /// <summary>What the text should have been, or null when it is that; a format that is not known here is a remark and not checked.</summary>
    private static string? Fault(string format, string text) => format switch
    {
        "date" when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "a date such as 2026-11-17",
        "date-time" when !IsTime(text) => "a time such as 2026-11-17T10:00:00Z",
        "email" when !MailAddress.TryCreate(text, out var address) || address.Address != text => "an e-mail address",
        "uri" when !Uri.TryCreate(text, UriKind.Absolute, out _) => "a web address",
        "uuid" when !Guid.TryParseExact(text, "D", out _) => "a UUID",
        _ => null,
    };

    private static bool IsTime(string text) =>
        text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
