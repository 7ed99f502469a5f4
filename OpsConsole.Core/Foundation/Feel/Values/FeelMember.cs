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
        FeelValue.Moment moment => (FeelValue?)OfDay(DateOnly.FromDateTime(moment.Local), name) ?? OfClock(TimeOnly.FromDateTime(moment.Local), moment.Zone, moment.Local, name),
        FeelValue.Time time => OfClock(time.Value, time.Zone, DateTime.UnixEpoch, name),
        FeelValue.Duration { Value: var span } => Number(name switch
        {
            "days" => span.Days,
            "hours" => span.Hours,
            "minutes" => span.Minutes,
            "seconds" => span.Seconds,
            _ => null,
        }),
        FeelValue.Period { Months: var months } => Number(name switch
        {
            "years" => months / 12,
            "months" => months % 12,
            _ => null,
        }),
        _ => null,
    };

    private static FeelValue.Number? OfDay(DateOnly day, string name) => Number(name switch
    {
        "year" => day.Year,
        "month" => day.Month,
        "day" => day.Day,
        "weekday" => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek,
        _ => null,
    });

    private static FeelValue? OfClock(TimeOnly clock, FeelZone? zone, DateTime at, string name) => name switch
    {
        "hour" => Number(clock.Hour),
        "minute" => Number(clock.Minute),
        "second" => Number(clock.Second),
        "time offset" => zone is null ? FeelValue.Null.Instance : new FeelValue.Duration(zone.OffsetAt(at)),
        "timezone" => zone?.Place is { } place ? new FeelValue.Text(place) : FeelValue.Null.Instance,
        _ => null,
    };

    private static FeelValue.Number? Number(int? value) => value is { } known ? new FeelValue.Number(known) : null;
}
