using OpsConsole.Core.Preparation.Learning;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>How often an action type was rejected for a reason, among all that people decided on in a time.</summary>
public sealed record RejectionRate(int Rejected, int Decided)
{
    public double PerHundred => Decided == 0 ? 0 : 100.0 * Rejected / Decided;

    /// <summary>Where the rate lies, per hundred (90 %).</summary>
    public Interval PerHundredInterval => Interval.Of(Rejected, Decided) is var share ? new Interval(100 * share.Low, 100 * share.High) : new Interval(0, 100);
}

/// <summary>What came of an approved suggestion.</summary>
/// <param name="Before">As long before it came in force as rejections were looked at.</param>
/// <param name="After">Since then; until it was taken back.</param>
public sealed record MeasuredEffect(RejectionRate Before, RejectionRate After)
{
    /// <summary>With fewer decided since nothing is claimed.</summary>
    public const int LeastAfter = 10;

    public bool IsTelling => After.Decided >= LeastAfter;

    /// <summary>How many rejections there would have been since at the rate before, less those there were.</summary>
    public double RejectionsRemoved => Before.PerHundred / 100 * After.Decided - After.Rejected;
}
