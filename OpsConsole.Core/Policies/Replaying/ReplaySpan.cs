namespace OpsConsole.Core.Policies.Replaying;

/// <summary>The decisions to replay: those made from <paramref name="From"/> on and before <paramref name="Until"/>.</summary>
public sealed record ReplaySpan(DateTimeOffset From, DateTimeOffset Until)
{
    public static ReplaySpan LastDays(int days, DateTimeOffset now) => new(now.AddDays(-days), now);
}
