namespace OpsConsole.Core.Preparation.Learning;

/// <summary>Where a share lies that was counted on few cases: Wilson's interval, 90 %.</summary>
public sealed record Interval(double Low, double High)
{
    private const double Z = 1.645;

    public static Interval Of(int hits, int all)
    {
        if (all == 0)
        {
            return new Interval(0, 1);
        }

        var share = (double)hits / all;
        var middle = (share + Z * Z / (2 * all)) / (1 + Z * Z / all);
        var half = Z / (1 + Z * Z / all) * Math.Sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
        return new Interval(Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
