using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Models.Asking;

/// <summary>How long a provider asks to wait, in any of the ways in which they say it.</summary>
internal static partial class RetryHeaders
{
    public static TimeSpan? Read(PipelineResponseHeaders headers, DateTimeOffset now)
    {
        if (Find(headers, "retry-after-ms") is { } exact && double.TryParse(exact, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return Bounded(milliseconds / 1000);
        }

        if (Find(headers, "retry-after") is { } after)
        {
            return double.TryParse(after, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? Bounded(seconds)
                : DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Bounded((date - now).TotalSeconds) : null;
        }

        // Each limit has a reset of its own; only those that are used up are waited for.
        return new[] { "requests", "tokens" }
            .Where(limit => Find(headers, $"x-ratelimit-remaining-{limit}") is null or "0" || limit == "requests" && Find(headers, "x-ratelimit-reset-tokens") is null)
            .Select(limit => Find(headers, $"x-ratelimit-reset-{limit}") is { } reset ? Duration(reset) : null).Max();
    }

    /// <summary>Such as <c>6m0s</c>, <c>1.5s</c>, <c>20ms</c>, or seconds without a unit.</summary>
    internal static TimeSpan? Duration(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain))
        {
            return Bounded(plain);
        }

        if (!Whole().IsMatch(text))
        {
            return null;
        }

        return Bounded(Part().Matches(text).Sum(part =>
            double.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * part.Groups["unit"].Value switch { "ms" => 0.001, "s" => 1, "m" => 60, "h" => 3600, _ => 86400 }));
    }

    private static TimeSpan Bounded(double seconds) => TimeSpan.FromSeconds(double.IsFinite(seconds) ? Math.Clamp(seconds, 0, 86_400) : 86_400);

    private static string? Find(PipelineResponseHeaders headers, string name) => headers.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    [GeneratedRegex(@"^(?:\d{1,9}(?:\.\d{1,9})?(?:ms|[smhd])){1,5}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<number>\d{1,9}(?:\.\d{1,9})?)(?<unit>ms|[smhd])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();
}
