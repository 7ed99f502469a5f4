using System.Globalization;

namespace OpsConsole.Core.Cases.Searching;

/// <summary>The place right after one row of a list, such as <c>1763373600000000.1042</c>; the next page begins there.</summary>
public sealed record CaseCursor(long Key, long Number)
{
    /// <summary>Null for anything that is no cursor.</summary>
    public static CaseCursor? TryRead(string? text)
    {
        var parts = text?.Split('.') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new CaseCursor(key, number)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}.{Number}");
}
