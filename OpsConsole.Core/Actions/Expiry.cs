using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions;

/// <summary>When an undecided action, or a decision not yet carried out, lapses.</summary>
internal static class Expiry
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);
    private static readonly TimeSpan Default = TimeSpan.FromHours(24);

    /// <summary>A rule that names no sensible time gets a day: an approval that stands for ever is none.</summary>
    public static DateTimeOffset Of(PolicyVerdict verdict, DateTimeOffset from) => from + verdict.ExpiresAfter switch
    {
        var after when after <= TimeSpan.Zero => Default,
        var after when after > Longest => Longest,
        var after => after,
    };
}
