namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>A time of day, in nanoseconds since midnight.</summary>
internal readonly record struct FeelClock(long Nanos)
{
    public const long Second = 1_000_000_000;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    public static readonly FeelClock Midnight;

    public int HourOfDay => (int)(Nanos / Hour);

    public int MinuteOfHour => (int)(Nanos % Hour / Minute);

    public long NanosOfMinute => Nanos % Minute;

    public long SecondOfDay => Nanos / Second;
}
