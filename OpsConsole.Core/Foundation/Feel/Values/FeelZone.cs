namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>Where a time is meant: a fixed offset such as <c>+02:00</c>, or a place such as <c>Europe/Paris</c> whose offset depends on the date.</summary>
internal sealed record FeelZone
{
    public static readonly FeelZone Utc = new(0, null);

    /// <summary>How far from UTC a place may be (XML Schema).</summary>
    public const int MostSeconds = 14 * 3600;

    // The rules of summer time repeat with the calendar.
    private const int Cycle = 400;

    private readonly TimeZoneInfo? _rules;

    private FeelZone(int seconds, TimeZoneInfo? rules)
    {
        Seconds = seconds;
        _rules = rules;
    }

    /// <summary>The offset from UTC in seconds; 0 for a place.</summary>
    public int Seconds { get; }

    /// <summary>The name of the place as IANA has it.</summary>
    public string? Place => _rules?.Id;

    /// <summary>Null when it is too far from UTC.</summary>
    public static FeelZone? Offset(long seconds) =>
        seconds == 0 ? Utc : Math.Abs(seconds) <= MostSeconds ? new FeelZone((int)seconds, null) : null;

    /// <summary>Null when there is no such place.</summary>
    public static FeelZone? Named(string place) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(place, out var rules) && rules.HasIanaId && rules.Id == place ? new FeelZone(0, rules) : null;

    /// <summary>
    /// The offset in seconds when clocks there show this. Of two offsets, in the hour that comes twice, the first; in the hour that is left
    /// out, the one before.
    /// </summary>
    public int OffsetAt(FeelDate date, long nanos)
    {
        if (_rules is null)
        {
            return Seconds;
        }

        var local = Representative(date, nanos);
        var offset = _rules.IsAmbiguousTime(local) ? _rules.GetAmbiguousTimeOffsets(local).Max() : _rules.GetUtcOffset(local);
        return (int)offset.TotalSeconds;
    }

    /// <summary>The offset in seconds at a time in UTC.</summary>
    public int OffsetAtUtc(FeelDate date, long nanos) =>
        _rules is null ? Seconds : (int)_rules.GetUtcOffset(DateTime.SpecifyKind(Representative(date, nanos), DateTimeKind.Utc)).TotalSeconds;

    /// <summary>The same time of the same day in a year that .NET knows.</summary>
    private static DateTime Representative(FeelDate date, long nanos)
    {
        var year = date.Year is >= 2 and <= 9998 ? date.Year
            : date.Year > 0 ? 9200 + (date.Year % Cycle)
            : 400 + ((date.Year % Cycle) + Cycle) % Cycle;
        return new DateTime(year, date.Month, date.Day).AddTicks(nanos / 100);
    }
}
