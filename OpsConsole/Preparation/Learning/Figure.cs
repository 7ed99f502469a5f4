using System.Globalization;

namespace OpsConsole.Preparation.Learning;

/// <summary>How shares are written on the page of learning.</summary>
internal static class Figure
{
    /// <summary><c>93.4 %</c>.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#}\u00a0%");

    /// <summary><c>0.934</c>.</summary>
    public static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A number for a drawing.</summary>
    public static string At(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
