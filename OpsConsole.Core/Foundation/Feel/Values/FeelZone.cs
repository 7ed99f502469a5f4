namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>Where a time is meant: a fixed offset such as <c>+02:00</c>, or a place such as <c>Europe/Paris</c> whose offset depends on the date.</summary>
internal sealed record FeelZone(TimeSpan Offset, string? Place)
{
    public static readonly FeelZone Utc = new(TimeSpan.Zero, null);

    public TimeSpan OffsetAt(DateTime local) =>
        Place is not null && TimeZoneInfo.TryFindSystemTimeZoneById(Place, out var zone) ? zone.GetUtcOffset(local) : Offset;
}
