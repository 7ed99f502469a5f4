using System.Globalization;

namespace OpsConsole.Core.Models.Spending;

/// <summary>What one scope has used. A reservation counts as used from the moment it is made; what was not needed is given back.</summary>
internal sealed class ModelUse
{
    /// <summary>The scope of the texts of all exchanges that are kept.</summary>
    public const string Texts = "texts";

    /// <summary><c>case/…</c>, <c>day/2026-11-26</c>, or <see cref="Texts"/>.</summary>
    public required string Scope { get; init; }

    public long Tokens { get; set; }

    /// <summary>Millionths of the currency.</summary>
    public long Cost { get; set; }

    public long Bytes { get; set; }

    public static string OfCase(Guid caseId) => $"case/{caseId}";

    public static string OfDay(DateTimeOffset at) => $"day/{at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
