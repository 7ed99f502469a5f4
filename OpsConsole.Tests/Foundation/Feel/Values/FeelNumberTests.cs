using System.Numerics;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Tests.Foundation.Feel.Values;

public sealed class FeelNumberTests
{
    [Theory]
    [InlineData("1 / 3", "0.3333333333333333333333333333333333")]
    [InlineData("2 / 3", "0.6666666666666666666666666666666667")]
    [InlineData("10 / 4", "2.5")]
    [InlineData("600000 / 12", "50000")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000")]
    [InlineData("9999999999999999999999999999999999 + 0.5", "10000000000000000000000000000000000")]
    [InlineData("9999999999999999999999999999999998 + 0.5", "9999999999999999999999999999999998")]
    [InlineData("1e33 + 1e-90", "1000000000000000000000000000000000")]
    [InlineData("1e34 - 1e-90", "10000000000000000000000000000000000")]
    [InlineData("1234567890123456789012345678901234 * 10", "12345678901234567890123456789012340")]
    [InlineData("79228162514264337593543950335 * 2", "158456325028528675187087900670")]
    [InlineData("1e20 / 1e-20", "10000000000000000000000000000000000000000")]
    [InlineData("1.50 - 1.50", "0")]
    [InlineData("-0", "0")]
    [InlineData("1e-6176 / 10", "0")]
    [InlineData("1.10", "1.1")]
    [InlineData("100", "100")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-3", "0.0015")]
    public void Evaluate_Arithmetic_Has34DigitsRoundedHalfEven(string text, string expected) => FeelAssert.Gives(expected, text);

    [Theory]
    [InlineData("2 ** 10", "1024")]
    [InlineData("2 ** -2", "0.25")]
    [InlineData("0 ** 0", "1")]
    [InlineData("4 ** 0.5", "2")]
    [InlineData("2 ** 0.5", "1.414213562373095048801688724209698")]
    [InlineData("(-2) ** 3", "-8")]
    [InlineData("(-1) ** 10000001", "-1")]
    [InlineData("1.0000001 ** 1000000000", "26881037012649238105056003014775040000000000")]
    [InlineData("sqrt(2)", "1.414213562373095048801688724209698")]
    [InlineData("sqrt(0.0004)", "0.02")]
    [InlineData("sqrt(1e-6176) = 1e-3088", "true")]
    [InlineData("exp(1)", "2.718281828459045235360287471352662")]
    [InlineData("exp(-100000)", "0")]
    [InlineData("exp(1e-40)", "1")]
    [InlineData("log(10)", "2.302585092994045684017991454684364")]
    [InlineData("log(1.00)", "0")]
    [InlineData("log(1 + 1e-33) < 1e-33", "true")]
    [InlineData("stddev(2, 4, 7, 5)", "2.081665999466132735282297706979931")]
    public void Evaluate_RootsPowersAndLogarithms_AreRightToTheLastDigit(string text, string expected) => FeelAssert.Gives(expected, text);

    [Theory]
    [InlineData("1 / 0")]
    [InlineData("0 / 0")]
    [InlineData("1e6144 * 10")]
    [InlineData("9e6144 + 9e6144")]
    [InlineData("99 ** 9999")]
    [InlineData("2 ** 1e10")]
    [InlineData("0 ** -1")]
    [InlineData("(-2) ** 0.5")]
    [InlineData("exp(100000)")]
    public void Evaluate_WhatIsNoNumber_IsNullWithAProblem(string text) => FeelAssert.IsRefused(text);

    [Fact]
    public void Arithmetic_OfAmounts_IsThatOfDecimal()
    {
        var random = new Random(1);
        for (var count = 0; count < 5_000; count++)
        {
            var (a, b) = (Amount(random), Amount(random));
            Assert.Equal<FeelNumber?>(a + b, FeelNumber.Add(a, b));
            Assert.Equal<FeelNumber?>(a - b, FeelNumber.Subtract(a, b));
            Assert.Equal<FeelNumber?>(a * b, FeelNumber.Multiply(a, b));
            Assert.Equal(a.CompareTo(b), ((FeelNumber)a).CompareTo(b));
            Assert.Equal(decimal.Round(a, 1), Back(((FeelNumber)a).Round(1, FeelRounding.HalfEven)));
            Assert.Equal(decimal.Floor(a), Back(((FeelNumber)a).Round(0, FeelRounding.Floor)));
            Assert.Equal(a, Back(a));
        }
    }

    [Fact]
    public void Divide_AnyTwo_IsTheNearestOfAllNumbers()
    {
        var random = new Random(2);
        for (var count = 0; count < 3_000; count++)
        {
            var (a, b) = (Large(random), Large(random));
            var quotient = FeelNumber.Divide(FeelNumber.FromInteger(a)!.Value, FeelNumber.FromInteger(b)!.Value)!.Value;
            var shift = Math.Max(0, -quotient.Exponent);
            var unit = BigInteger.Pow(10, Math.Max(0, quotient.Exponent));

            // |a/b - q| is no more than half of q's last digit.
            var off = BigInteger.Abs((a * BigInteger.Pow(10, shift)) - (quotient.SignedCoefficient() * unit * b));
            Assert.True(2 * off <= b * unit, $"{a} / {b}");
        }
    }

    [Fact]
    public void Equals_TrailingZerosDiffer_IsTrueAndHashesAreEqual()
    {
        FeelNumber[] ones = [1, 1.0m, 1.000m, Read("1000e-3"), Read("0.1E1")];
        Assert.All(ones, one => Assert.Equal(ones[0], one));
        Assert.Single(ones.Select(one => one.GetHashCode()).Distinct());
        Assert.Equal(Read("0e50").GetHashCode(), Read("-0.00").GetHashCode());
        Assert.NotEqual(Read("1e50"), Read("1e49"));
    }

    [Fact]
    public void Round_OutOfTheMiddle_EachGoesItsWay()
    {
        FeelNumber[] numbers = [Read("-2.5"), Read("-1.1"), Read("1.5"), Read("2.5"), Read("2.51")];
        Assert.Equal("-2 -1 2 2 3", All(FeelRounding.HalfEven));
        Assert.Equal("-3 -1 2 3 3", All(FeelRounding.HalfUp));
        Assert.Equal("-2 -1 1 2 3", All(FeelRounding.HalfDown));
        Assert.Equal("-3 -2 2 3 3", All(FeelRounding.Up));
        Assert.Equal("-2 -1 1 2 2", All(FeelRounding.Down));
        Assert.Equal("-3 -2 1 2 2", All(FeelRounding.Floor));
        Assert.Equal("-2 -1 2 3 3", All(FeelRounding.Ceiling));

        string All(FeelRounding rounding) => string.Join(' ', numbers.Select(number => number.Round(0, rounding)));
    }

    [Theory]
    [InlineData("1.10", "1.10")]
    [InlineData("12345678901234567890.123456789012", "12345678901234567890.123456789012")]
    [InlineData("1e400", "1E400")]
    [InlineData("-0.5e1", "-5")]
    public void Evaluate_NumbersOfJson_ComeBackAsTheyAre(string json, string expected)
    {
        Assert.True(FeelExpression.TryCompile("x", out var expression, out _));
        var value = expression.Evaluate(new JsonObject { ["x"] = JsonNode.Parse(json) }).Value;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), value), value?.ToJsonString());
    }

    [Fact]
    public void Evaluate_NumbersOfDotNet_AreRead()
    {
        Assert.True(FeelExpression.TryCompile("[a + 1, b + 1, c + 1]", out var expression, out _));
        Assert.Equal("[2,2.5,3.25]", expression.Evaluate(new JsonObject { ["a"] = 1, ["b"] = 1.5m, ["c"] = 2.25d }).Value!.ToJsonString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData(" 1")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("0x10")]
    [InlineData("1,5")]
    [InlineData("1e7000")]
    [InlineData("NaN")]
    [InlineData("٣")]
    public void TryRead_WhatIsNoNumber_IsRefused(string text) => Assert.False(NumberText.TryRead(text, out _));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("-12.9", -12)]
    [InlineData("1e40", int.MaxValue)]
    [InlineData("-1e400", -int.MaxValue)]
    [InlineData("0e400", 0)]
    public void Clamped_AnyNumber_IsWholeAndWithinTheLimit(string text, long expected) => Assert.Equal(expected, Read(text).Clamped());

    private static decimal Amount(Random random) => random.Next(-2_000_000, 2_000_000) / (decimal)Math.Pow(10, random.Next(0, 5));

    private static BigInteger Large(Random random) => BigInteger.Pow(random.Next(1, 1_000_000_000), random.Next(1, 4)) + 1;

    private static FeelNumber Read(string text) => NumberText.TryRead(text, out var number) ? number : throw new FormatException(text);

    private static decimal Back(FeelNumber? number) => number!.Value.TryDecimal(out var value) ? value : throw new FormatException(number.ToString());
}
