namespace OpsConsole.Controls;

/// <summary>The moment that a page shows and the zone it is read in; cascaded by the layout and renewed as time passes.</summary>
public sealed record Viewer(DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>The zone that a browser names, or UTC when the name means nothing here.</summary>
    public static TimeZoneInfo ZoneNamed(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
