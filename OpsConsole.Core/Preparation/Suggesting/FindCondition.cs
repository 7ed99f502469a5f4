using System.Collections;
using OpsConsole.Core.Preparation.Learning;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>A condition that separates what was rejected for a reason from the rest.</summary>
/// <param name="Hits">Rejected for the reason, and met.</param>
/// <param name="Met">All that it meets.</param>
/// <param name="Chance">Exact test, times how many conditions were tried.</param>
internal sealed record FoundCondition(IReadOnlyList<FieldTest> Tests, int Hits, int Met, double Chance)
{
    public double Purity => (double)Hits / Met;

    public string Feel => string.Join(" and ", Tests.Select(test => test.Feel));

    public string Words => string.Join(" and ", Tests.Select(test => test.Words));
}

/// <summary>
/// Looks for the shortest condition over the fields of what was judged: one test, or two where the second makes it clearly purer. Bounded and
/// deterministic: the same decisions give the same condition.
/// </summary>
internal static class FindCondition
{
    public const int LeastHits = 5;

    /// <summary>At least so many of what it meets were rejected for the reason: it must stop less good than bad.</summary>
    public const double LeastPurity = 0.5;

    public const double MostChance = 0.01;

    private const double WorthASecondTest = 0.15;
    private const double KeptByASecondTest = 0.6;
    private const int MostCuts = 24;
    private const int MostTests = 1_500;
    private const int MostValues = 40;
    private const int MostFirst = 25;

    /// <summary>Null when no condition is good enough to be told.</summary>
    public static FoundCondition? In(IReadOnlyList<JudgedProposal> proposals, string reason)
    {
        var wanted = Bits(proposals, proposal => proposal.Reason == reason);
        var rejected = Count(wanted);
        if (rejected < LeastHits)
        {
            return null;
        }

        var tests = Tests(proposals).Select(test => new Tried([test], Bits(proposals, proposal => proposal.Fields.Meets(test)), wanted)).Where(tried => tried.Hits >= LeastHits).ToList();
        var tries = tests.Count * (1 + Math.Min(MostFirst, tests.Count));
        FoundCondition Tell(Tried tried) => new(tried.Tests, tried.Hits, tried.Met, Math.Min(1, ExactTest.Fisher(tried.Hits, tried.Met, rejected, proposals.Count) * tries));

        var first = Best(tests, rejected, proposals.Count);
        var one = first is null ? null : Tell(first);
        var pairs = Ordered(tests, rejected, proposals.Count).Take(MostFirst)
            .SelectMany(left => tests.Where(right => right.Tests[0].Path != left.Tests[0].Path).Select(right => left.And(right, wanted))).Where(tried => tried.Hits >= LeastHits).ToList();
        var second = Best(pairs, rejected, proposals.Count);
        var two = second is null ? null : Tell(second);
        var isWorthIt = two is not null && (!IsGood(one) || (two.Purity >= one!.Purity + WorthASecondTest && two.Hits >= one.Hits * KeptByASecondTest));
        return isWorthIt && IsGood(two) ? two : IsGood(one) ? one : null;
    }

    private static bool IsGood(FoundCondition? found) => found is not null && found.Purity >= LeastPurity && found.Chance <= MostChance;

    private static Tried? Best(IEnumerable<Tried> tried, int rejected, int all) => Ordered(tried.Where(one => (double)one.Hits / one.Met >= LeastPurity), rejected, all).FirstOrDefault();

    /// <summary>The least likely to be chance; of equals what a person grasps soonest: a text before a number before a null, and the shorter name.</summary>
    private static IEnumerable<Tried> Ordered(IEnumerable<Tried> tried, int rejected, int all) => tried
        .Select(one => (one, Chance: ExactTest.Fisher(one.Hits, one.Met, rejected, all)))
        .OrderBy(pair => pair.Chance).ThenBy(pair => pair.one.Tests.Sum(test => (int)test.Operator switch { 0 => 0, 4 => 1, 2 or 3 => 2, _ => 3 }))
        .ThenBy(pair => pair.one.Key.Length).ThenBy(pair => pair.one.Key, StringComparer.Ordinal).Select(pair => pair.one);

    private static IEnumerable<FieldTest> Tests(IReadOnlyList<JudgedProposal> proposals)
    {
        var fields = proposals.Select(proposal => proposal.Fields).ToList();
        var texts = fields.SelectMany(one => one.Texts).GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(group => group.Select(pair => pair.Value).Distinct().Count() <= MostValues)
            .SelectMany(group => group.Select(pair => pair.Value).Distinct().Select(value => new FieldTest(group.Key, FieldOperator.Is, value)));
        var nulls = fields.SelectMany(one => one.Nulls).Distinct().Select(path => new FieldTest(path, FieldOperator.IsNull, "null"));
        var lists = fields.SelectMany(one => one.Lists).GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(group => group.SelectMany(pair => pair.Value).Distinct().Order(StringComparer.Ordinal).Take(MostValues).Select(value => new FieldTest(group.Key, FieldOperator.Holds, value)));
        var numbers = fields.SelectMany(one => one.Numbers).GroupBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(group => Cuts([.. group.Select(pair => pair.Value)])
            .SelectMany(cut => new[] { FieldOperator.Above, FieldOperator.AtMost }.Select(way => new FieldTest(group.Key, way, FieldTest.Number(cut)))));
        return texts.Concat(lists).Concat(numbers).Concat(nulls).OrderBy(test => test.Path, StringComparer.Ordinal).ThenBy(test => test.Operator).ThenBy(test => test.Value, StringComparer.Ordinal).Take(MostTests);
    }

    /// <summary>Values that split the numbers into about equal parts; the largest splits nothing.</summary>
    private static IEnumerable<decimal> Cuts(decimal[] values)
    {
        Array.Sort(values);
        return Enumerable.Range(1, MostCuts).Select(part => values[Math.Min(values.Length - 1, part * values.Length / (MostCuts + 1))]).Distinct().Where(cut => cut < values[^1]);
    }

    private static BitArray Bits(IReadOnlyList<JudgedProposal> proposals, Func<JudgedProposal, bool> holds) => new([.. proposals.Select(holds)]);

    private static int Count(BitArray bits) => bits.Cast<bool>().Count(bit => bit);

    private sealed record Tried(IReadOnlyList<FieldTest> Tests, BitArray Meets, int Hits, int Met)
    {
        public Tried(IReadOnlyList<FieldTest> tests, BitArray meets, BitArray wanted)
            : this(tests, meets, Count(new BitArray(meets).And(wanted)), Count(meets))
        {
        }

        public string Key => string.Join(' ', Tests.Select(test => test.Feel));

        public Tried And(Tried other, BitArray wanted) => new([.. Tests, .. other.Tests], new BitArray(Meets).And(other.Meets), wanted);
    }
}
