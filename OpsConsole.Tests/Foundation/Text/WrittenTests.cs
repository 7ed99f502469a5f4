using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Tests.Foundation.Text;

public sealed class WrittenTests
{
    [Theory]
    [InlineData("It cost 1,200.50 €.", "1200.50", "EUR")]
    [InlineData("It cost €1200.5 in all", "1200.5", "EUR")]
    [InlineData("Es kostete 1.200,50 EUR.", "1200.50", "EUR")]
    [InlineData("USD 42.90 was paid", "42.90", "USD")]
    [InlineData("1 200,50 € au total", "1200.50", "EUR")]
    [InlineData("up 12 % since", "12", "%")]
    [InlineData("a loss of -5.25 CHF", "-5.25", "CHF")]
    [InlineData("7 items", "7", null)]
    public void All_AnAmount_IsReadWithItsUnit(string text, string value, string? unit)
    {
        var number = Assert.Single(WrittenNumber.All(text));
        Assert.Contains(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), number.Readings);
        Assert.Equal(unit, number.Unit);
    }

    [Fact]
    public void All_OneSeparator_MayMeanEither() => Assert.Equal([1200m, 1.2m], WrittenNumber.All("1,200")[0].Readings.OrderDescending());

    [Theory]
    [InlineData("order W-23187")]
    [InlineData("#W7310042 and SO1234-A")]
    [InlineData("at 07:38")]
    [InlineData("version 1.2.3")]
    public void All_PartsOfOtherThings_AreNoNumbers(string text) => Assert.Empty(WrittenNumber.All(text));

    [Theory]
    [InlineData("on 2026-11-03")]
    [InlineData("on 3 Nov 2026")]
    [InlineData("on November 3rd, 2026")]
    [InlineData("am 3. November 2026")]
    [InlineData("am 3.11.2026 um")]
    [InlineData("le 3 novembre 2026")]
    [InlineData("el 3 de noviembre de 2026")]
    [InlineData("il 3 novembre")]
    [InlineData("op 03-11-2026")]
    [InlineData("11/3/2026")]
    [InlineData("placed 3 November.")]
    public void All_ADay_IsReadInManyForms(string text)
    {
        var day = Assert.Single(WrittenDate.All(text));
        Assert.True(day.Says(new DateOnly(2026, 11, 3)));
        Assert.False(day.Says(new DateOnly(2026, 11, 4)));
    }

    [Theory]
    [InlineData("within 3 days")]
    [InlineData("you may 12 times")]
    [InlineData("version 31.31.2026")]
    [InlineData("placed 26 orders")]
    public void All_WhatIsNoDay_IsNone(string text) => Assert.DoesNotContain(WrittenDate.All(text), day => day.Readings[0].Month != 5);

    [Theory]
    [InlineData("my order w 23187, please", "W-23187", "w 23187")]
    [InlineData("to 12 Foo St., Apt 4", "12 Foo St, Apt 4", "12 Foo St., Apt 4")]
    [InlineData("order W-231870", "W-23187", null)]
    [InlineData("a", "a", null)]
    public void Find_AValue_StandsAsWordsOfItsOwn(string text, string value, string? found) =>
        Assert.Equal(found, new SqueezedText(text).Find(value) is var (start, end) ? text[start..end] : null);
}
