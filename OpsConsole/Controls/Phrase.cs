using System.Globalization;
using OpsConsole.Core.Identity;

namespace OpsConsole.Controls;

/// <summary>How amounts, spans and moments are written; the same everywhere.</summary>
public static class Phrase
{
    private const char Tie = '\u00a0';
    private const int MostDays = 28;
    private static readonly TimeSpan JustNow = TimeSpan.FromSeconds(5);

    /// <summary>Hundredths as <c>1,284.30 €</c>.</summary>
    public static string Money(long hundredths, string? currency) =>
        (hundredths / 100m).ToString("#,0.00", CultureInfo.InvariantCulture) + Tie + Sign(currency);

    /// <summary>The two largest units of a span: <c>3 h 12 min</c>, <c>4 d</c>, <c>40 s</c>.</summary>
    public static string Span(TimeSpan span)
    {
        var whole = span.Duration();
        return whole switch
        {
            { TotalSeconds: < 60 } => $"{whole.Seconds}{Tie}s",
            { TotalHours: < 1 } => $"{whole.Minutes}{Tie}min",
            { TotalDays: < 1 } => whole.Minutes == 0 ? $"{whole.Hours}{Tie}h" : $"{whole.Hours}{Tie}h{Tie}{whole.Minutes:00}{Tie}min",
            { TotalDays: < 4 } => whole.Hours == 0 ? $"{whole.Days}{Tie}d" : $"{whole.Days}{Tie}d{Tie}{whole.Hours}{Tie}h",
            _ => $"{(int)whole.TotalDays}{Tie}d",
        };
    }

    /// <summary>A measured time: <c>12 ms</c>, <c>1.18 s</c>, <c>2 min</c>.</summary>
    public static string Duration(TimeSpan span) => span.TotalSeconds switch
    {
        < 0.1 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0}{Tie}ms"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.00}{Tie}s"),
        _ => Span(span),
    };

    /// <summary>Age within a month, else the day: <c>41 min</c>, <c>12 Mar</c>, <c>12 Mar 2025</c>.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var age = now - at;
        if (age.Duration() < JustNow)
        {
            return "now";
        }

        if (age < TimeSpan.Zero)
        {
            return $"in{Tie}{Span(age)}";
        }

        var (then, today) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(now, zone));
        return age.TotalDays < MostDays ? Span(age) : then.ToString(then.Year == today.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether <see cref="Ago"/> tells an age, and neither now, nor a time to come, nor a day.</summary>
    public static bool IsAge(DateTimeOffset at, DateTimeOffset now) => now - at >= JustNow && (now - at).TotalDays < MostDays;

    /// <summary>How old something is, in its largest unit: <c>22 min</c>, <c>3 h</c>, <c>12 d</c>.</summary>
    public static string Age(DateTimeOffset at, DateTimeOffset now)
    {
        var age = now > at ? now - at : TimeSpan.Zero;
        return age switch
        {
            { TotalMinutes: < 1 } => "now",
            { TotalHours: < 1 } => $"{age.Minutes}{Tie}min",
            { TotalDays: < 1 } => $"{age.Hours}{Tie}h",
            _ => $"{(int)age.TotalDays}{Tie}d",
        };
    }

    /// <summary>The moment in full: <c>Tue 17 Nov 2026, 08:52</c>.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + (zone == TimeZoneInfo.Utc ? " UTC" : "");

    /// <summary>The time of day with seconds: <c>10:41:53</c>.</summary>
    public static string TimeOfDay(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>1,204,881</c>.</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary><c>1 action</c>, <c>3 actions</c>.</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0}{Tie}{(number == 1 ? one : many ?? one + "s")}");

    /// <summary>Small words as a heading: <c>photo of the damage</c> becomes <c>Photo of the damage</c>.</summary>
    public static string Heading(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A role as people call it.</summary>
    public static string Role(string role) => role switch
    {
        Roles.Agent => "Service agent",
        Roles.Supervisor => "Supervisor",
        Roles.Admin => "Admin",
        Roles.Auditor => "Auditor",
        _ => role,
    };

    private static string Sign(string? currency) => currency switch
    {
        null or "" or "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        _ => currency,
    };
}
