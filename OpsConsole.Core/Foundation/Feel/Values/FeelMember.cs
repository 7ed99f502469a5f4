namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// <c>value.name</c> (DMN 1.5, 10.3.2.11 and table 65). A list gives the member of each item; null gives null. A context without such a member
/// gives null too, and is a problem: a misspelt name must not pass for a missing value. <c>get value(context, "name")</c> asks without a problem.
/// </summary>
internal static class FeelMember
{
    public static FeelValue Of(FeelRun run, FeelValue target, string name) => target switch
    {
        FeelValue.Null => target,
        FeelValue.Context context => context.Members.Find(name) ?? run.Problem($"there is no '{name}'"),
        FeelValue.List list => run.Bounded(new FeelValue.List([.. list.Items.Select(item => Of(run, item, name))])),
        FeelValue.Range range => OfRange(range, name) ?? Missing(run, target, name),
        _ => OfTemporal(target, name) ?? Missing(run, target, name),
    };

    private static FeelValue Missing(FeelRun run, FeelValue target, string name) => run.Problem($"a {target.TypeName} has no '{name}'");

    private static FeelValue? OfRange(FeelValue.Range range, string name) => name switch
    {
        "start" => range.Low ?? FeelValue.Null.Instance,
        "end" => range.High ?? FeelValue.Null.Instance,
        "start included" => FeelValue.Boolean.Of(range.LowIncluded),
        "end included" => FeelValue.Boolean.Of(range.HighIncluded),
        _ => null,
    };

    private static FeelValue? OfTemporal(FeelValue target, string name) => target switch
    {
        FeelValue.Date date => OfDay(date.Value, name),
        FeelValue.Moment moment => OfDay(moment.Local.Date, name) ?? OfClock(moment.Local.Clock, moment.Zone, moment.Offset, name),
        FeelValue.Time time => OfClock(time.Clock, time.Zone, time.Offset, name),
        FeelValue.Duration { Nanos: var nanos } => name switch
        {
            "days" => Number(nanos / FeelClock.Day),
            "hours" => Number(nanos % FeelClock.Day / FeelClock.Hour),
            "minutes" => Number(nanos % FeelClock.Hour / FeelClock.Minute),
            "seconds" => Seconds((long)(nanos % FeelClock.Minute)),
            _ => null,
        },
        FeelValue.Period { Months: var months } => name switch
        {
            "years" => Number(months / 12),
            "months" => Number(months % 12),
            _ => null,
        },
        _ => null,
    };

    private static FeelValue? OfDay(FeelDate day, string name) => name switch
    {
        "year" => Number(day.Year),
        "month" => Number(day.Month),
        "day" => Number(day.Day),
        "weekday" => Number(day.Weekday),
        _ => null,
    };

    private static FeelValue? OfClock(FeelClock clock, FeelZone? zone, int offset, string name) => name switch
    {
        "hour" => Number(clock.HourOfDay),
        "minute" => Number(clock.MinuteOfHour),
        "second" => Seconds(clock.NanosOfMinute),
        "time offset" => zone is null ? FeelValue.Null.Instance : new FeelValue.Duration((Int128)offset * FeelClock.Second),
        "timezone" => zone?.Place is { } place ? new FeelValue.Text(place) : FeelValue.Null.Instance,
        _ => null,
    };

    private static FeelValue.Number? Number(Int128 value) => new((long)value);

    private static FeelValue.Number Seconds(long nanos) => new((decimal)nanos / FeelClock.Second);
}
