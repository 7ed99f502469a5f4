namespace OpsConsole.Tests.Foundation.Feel.Values;

public sealed class TemporalArithmeticTests
{
    [Theory]
    [InlineData("@\"2024-02-29\" + @\"P1Y\"", "2025-02-28")]
    [InlineData("@\"2026-01-31\" - @\"P2M\"", "2025-11-30")]
    [InlineData("@\"-0001-06-01\" + @\"P1Y\"", "0000-06-01")]
    [InlineData("@\"2026-03-01\" - @\"PT1S\"", "2026-02-28")]
    [InlineData("@\"P1D\" + @\"2026-12-31\"", "2027-01-01")]
    [InlineData("@\"23:30:00\" + @\"PT1H\"", "00:30:00")]
    [InlineData("@\"00:30:00@Europe/Paris\" - @\"PT1H\"", "23:30:00@Europe/Paris")]
    [InlineData("@\"2026-12-31T23:59:59.999999999Z\" + @\"PT0.000000001S\"", "2027-01-01T00:00:00Z")]
    [InlineData("@\"2026-11-17T10:00:00+01:00\" - @\"2026-11-17T10:00:00Z\"", "-PT1H")]
    [InlineData("@\"2026-11-17\" - @\"1926-11-17\"", "P36525D")]
    [InlineData("@\"999999999-12-31\" - @\"-999999999-01-01\"", "P730484999633D")]
    [InlineData("@\"P1D\" * 0.5", "PT12H")]
    [InlineData("@\"PT1S\" / 3", "PT0.333333333S")]
    [InlineData("@\"P1Y\" / 7", "P1M")]
    [InlineData("@\"P1Y\" * -0.99", "-P11M")]
    [InlineData("@\"P1D\" / @\"PT16H\"", "1.5")]
    [InlineData("@\"P1Y\" / @\"P8M\"", "1.5")]
    [InlineData("-@\"P1DT1H\"", "-P1DT1H")]
    public void Evaluate_DatesAndDurations_GoTogether(string text, string expected) => FeelAssert.Gives(expected, text);

    [Theory]
    [InlineData("@\"2026-03-29T01:30:00@Europe/Paris\" + @\"PT1H\"", "2026-03-29T03:30:00@Europe/Paris")]
    [InlineData("@\"2026-10-24T12:00:00@Europe/Paris\" + @\"P1D\"", "2026-10-25T11:00:00@Europe/Paris")]
    [InlineData("@\"2026-10-24T12:00:00@Europe/Paris\" + @\"P1M\"", "2026-11-24T12:00:00@Europe/Paris")]
    [InlineData("@\"2026-10-25T02:30:00@Europe/Paris\".time offset", "PT2H")]
    [InlineData("@\"2026-03-29T02:30:00@Europe/Paris\".time offset", "PT1H")]
    [InlineData("@\"20000-07-01T12:00:00@Europe/Paris\".time offset", "PT2H")]
    [InlineData("@\"2026-07-01T12:00:00@Europe/Paris\" = @\"2026-07-01T10:00:00Z\"", "true")]
    public void Evaluate_ClocksAreChanged_TheTimeLineDecides(string text, string expected) => FeelAssert.Gives(expected, text);

    [Theory]
    [InlineData("@\"2026-01-01\" + @\"2026-01-01\"")]
    [InlineData("@\"2026-01-01\" + 1")]
    [InlineData("@\"10:00:00\" + @\"P1M\"")]
    [InlineData("@\"10:00:00\" - @\"10:00:00Z\"")]
    [InlineData("@\"2026-01-01T00:00:00\" - @\"2026-01-01\"")]
    [InlineData("@\"P1D\" + @\"P1M\"")]
    [InlineData("@\"P1D\" - @\"2026-01-01\"")]
    [InlineData("@\"P1D\" * @\"P1D\"")]
    [InlineData("10 / @\"P1D\"")]
    [InlineData("@\"P1D\" / 0")]
    [InlineData("@\"P1D\" / @\"PT0S\"")]
    [InlineData("@\"P1Y\" / @\"P0M\"")]
    [InlineData("@\"999999999-12-31\" + @\"P1D\"")]
    [InlineData("@\"P999999999D\" * 1e30")]
    [InlineData("@\"P999999999Y\" * 1000")]
    public void Evaluate_WhatDoesNotGoTogether_IsRefused(string text) => FeelAssert.IsRefused(text);
}
