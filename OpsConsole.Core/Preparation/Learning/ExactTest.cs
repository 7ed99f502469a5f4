namespace OpsConsole.Core.Preparation.Learning;

/// <summary>Tests that count instead of approximating: the numbers here are small.</summary>
internal static class ExactTest
{
    /// <summary>Two-sided: how likely two counts differ at least so much when each single one falls either way alike.</summary>
    public static double Sign(int one, int other)
    {
        var (all, least) = (one + other, Math.Min(one, other));
        var tail = Enumerable.Range(0, least + 1).Sum(hits => Math.Exp(LogChoose(all, hits) - all * Math.Log(2)));
        return all == 0 ? 1 : Math.Min(1, 2 * tail);
    }

    /// <summary>One-sided (Fisher): how likely a condition that has nothing to do with it meets at least so many of the wanted ones.</summary>
    /// <param name="hits">Wanted ones that it meets.</param>
    /// <param name="met">All that it meets.</param>
    /// <param name="wanted">All that are wanted.</param>
    /// <param name="all">All there are.</param>
    public static double Fisher(int hits, int met, int wanted, int all)
    {
        var sum = 0.0;
        for (var count = hits; count <= Math.Min(met, wanted); count++)
        {
            if (met - count <= all - wanted)
            {
                sum += Math.Exp(LogChoose(wanted, count) + LogChoose(all - wanted, met - count) - LogChoose(all, met));
            }
        }

        return Math.Min(1, sum);
    }

    private static double LogChoose(int all, int some)
    {
        var (sum, few) = (0.0, Math.Min(some, all - some));
        for (var step = 1; step <= few; step++)
        {
            sum += Math.Log(all - few + step) - Math.Log(step);
        }

        return sum;
    }
}
