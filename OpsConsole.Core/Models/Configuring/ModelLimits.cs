namespace OpsConsole.Core.Models.Configuring;

/// <summary>How much may be spent, and kept. Money is in millionths of <see cref="Currency"/>; a limit of nothing lets nothing through.</summary>
public sealed class ModelLimits
{
    public int Id { get; init; } = 1;

    public long CaseTokens { get; set; } = 200_000;

    public long DayTokens { get; set; } = 5_000_000;

    public long CaseCost { get; set; } = 1_000_000;

    public long DayCost { get; set; } = 50_000_000;

    /// <summary>That of all prices; sums over providers need one.</summary>
    public string Currency { get; set; } = "EUR";

    /// <summary>When the kept questions and answers are larger than this, the oldest are dropped.</summary>
    public long MostExchangeBytes { get; set; } = 256L * 1024 * 1024;

    public DateTimeOffset? ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}
