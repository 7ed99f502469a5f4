using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Learning;

namespace OpsConsole.Tests.Preparation.Learning;

public sealed class ClassifierFiguresTests
{
    [Fact]
    public void Of_Nothing_IsNought() => Assert.Equal((0, 0.0, 0.0, 0.0), ClassifierFigures.Of([]) is var of ? (of.Cases, of.Accuracy, of.MacroF1, of.CalibrationError) : default);

    [Fact]
    public void Of_ThreeRightOfFour_CountsThem()
    {
        var figures = ClassifierFigures.Of([new("a", "a", 0.9), new("a", "a", 0.9), new("b", "a", 0.9), new("b", "b", 0.5)]);
        Assert.Equal(0.75, figures.Accuracy, 6);
        Assert.Equal((0.8 + 2 / 3.0) / 2, figures.MacroF1, 6);
        Assert.Equal((3 * Math.Abs(0.9 - 2 / 3.0) + 0.5) / 4, figures.CalibrationError, 6);
        Assert.Equal(0.75, figures.Coverage.Single(point => point.Threshold == 0.6).Decided, 6);
    }

    [Fact]
    public void Coverage_AHigherThreshold_NeverDecidesMore()
    {
        var random = new Random(3);
        for (var round = 0; round < 100; round++)
        {
            var coverage = ClassifierFigures.Of(Judged(random, random.Next(1, 300), 0.8)).Coverage;
            Assert.All(coverage.Zip(coverage.Skip(1)), pair => Assert.True(pair.Second.Decided <= pair.First.Decided));
        }
    }

    [Fact]
    public void Shares_AnyTemperature_KeepTheOrderOfTheScores()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            float[] scores = [.. Enumerable.Range(0, 6).Select(_ => (float)(random.NextDouble() * 8 - 4))];
            var shares = Calibration.Shares(scores, 0.05 + random.NextDouble() * 8);
            Assert.Equal(1, shares.Sum(), 9);
            Assert.All(Enumerable.Range(0, 6).SelectMany(one => Enumerable.Range(0, 6).Where(other => scores[one] > scores[other]).Select(other => (one, other))),
                pair => Assert.True(shares[pair.one] >= shares[pair.other]));
        }
    }

    [Fact]
    public void Threshold_FewCases_IsTheUsual() => Assert.Equal(SureThreshold.Usual, SureThreshold.Of(Judged(new Random(1), SureThreshold.LeastCases - 1, 1)));

    [Fact]
    public void Threshold_ManyCases_KeepsWhatIsDecidedWithinTheTarget()
    {
        var random = new Random(2);
        for (var round = 0; round < 100; round++)
        {
            var judged = Judged(random, 400, random.NextDouble());
            var found = SureThreshold.Of(judged);
            Assert.True(found.IsMeasured);
            Assert.InRange(found.Threshold, 0.5, 0.99);
            Assert.True(found.Threshold >= 0.99 || CoveragePoint.At(found.Threshold, judged).Wrong <= SureThreshold.TargetError + 0.02, $"{found.Threshold}");
        }
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(10, 0, 0.001953125)]
    [InlineData(8, 2, 0.109375)]
    public void Sign_Counts_IsTheExactTest(int one, int other, double chance) => Assert.Equal(chance, ExactTest.Sign(one, other), 9);

    [Fact]
    public void Fisher_TeaTasting_IsTheTextbooksValue() => Assert.Equal(17 / 70.0, ExactTest.Fisher(3, 4, 4, 8), 9);

    [Fact]
    public void Promotion_WhateverHappens_NeverGoesToAWorseOne()
    {
        var random = new Random(23);
        var promoted = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var count = random.Next(1, 60);
            var types = Enumerable.Range(0, count).Select(_ => random.Next(3).ToString()).ToList();
            var (candidate, inForce) = (Said(types, random, random.NextDouble()), Said(types, random, random.NextDouble()));
            var promotion = Promotion.Of(candidate, inForce);
            var (now, before) = (ClassifierFigures.Of(candidate), ClassifierFigures.Of(inForce));
            Assert.Equal(
                now.MacroF1 >= before.MacroF1 && now.Accuracy >= before.Accuracy && now.CalibrationError <= before.CalibrationError + Promotion.CalibrationMargin, promotion.IsPromoted);
            promoted += promotion.IsPromoted ? 1 : 0;
        }

        Assert.InRange(promoted, 200, 1_800);
    }

    /// <summary>Right as often as it says, or less, by <paramref name="skill"/>.</summary>
    private static List<JudgedExample> Judged(Random random, int count, double skill) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var confidence = 0.3 + 0.7 * random.NextDouble();
        return new JudgedExample("a", random.NextDouble() < confidence * skill ? "a" : "b", confidence);
    })];

    private static List<JudgedExample> Said(List<string> types, Random random, double skill) =>
        [.. types.Select(type => new JudgedExample(type, random.NextDouble() < skill ? type : random.Next(3).ToString(), 0.34 + 0.66 * random.NextDouble()))];
}
