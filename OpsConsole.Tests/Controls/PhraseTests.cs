using OpsConsole.Controls;

namespace OpsConsole.Tests.Controls;

public sealed class PhraseTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 10, 44, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(4290, "EUR", "42.90\u00a0€")]
    [InlineData(128430, null, "1,284.30\u00a0€")]
    [InlineData(-500, "SEK", "-5.00\u00a0SEK")]
    public void Money_Hundredths_HaveTheirCurrency(long hundredths, string? currency, string expected) => Assert.Equal(expected, Phrase.Money(hundredths, currency));

    [Theory]
    [InlineData(40, "40\u00a0s")]
    [InlineData(41 * 60, "41\u00a0min")]
    [InlineData(11520, "3\u00a0h\u00a012\u00a0min")]
    [InlineData(2 * 86400, "2\u00a0d")]
    [InlineData(30 * 86400, "30\u00a0d")]
    public void Span_AnyLength_NamesTheTwoLargestUnits(int seconds, string expected) => Assert.Equal(expected, Phrase.Span(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Ago_OlderThanAMonth_IsTheDay() => Assert.Equal("12 Mar", Phrase.Ago(new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero), Now, TimeZoneInfo.Utc));

    [Fact]
    public void Ago_InTheFuture_SaysIn() => Assert.Equal("in\u00a016\u00a0min", Phrase.Ago(Now.AddMinutes(16), Now, TimeZoneInfo.Utc));
}
