using OpsConsole.Cases;

namespace OpsConsole.Tests.Cases;

/// <summary>What people read of an answer while it is being written.</summary>
public sealed class LiveWordsTests
{
    private const string Plan = """{"actions": [{"action_type": "shop.refund", "parameters": {"amount": 12.5, "items": ["lamp", "cable"]}, "because": "The lamp \"Nora\" broke.\nIt was new."}], "questions": []}""";

    [Theory]
    [InlineData("")]
    [InlineData("The customer wants the m")]
    [InlineData("She writes: \"I want {this}\", and [1] says so.")]
    public void Of_Prose_IsReadAsItIs(string text) => Assert.Equal(text, LiveWords.Of(text));

    [Theory]
    [InlineData("{", "")]
    [InlineData("""{"wishes""", "")]
    [InlineData("""{"wishes": [{"wish": """, "")]
    [InlineData("""{"wishes": [{"wish": "money ba""", "money ba")]
    [InlineData("""  {"wishes": [{"wish": "money back", "quo""", "money back")]
    [InlineData("""{"type": "refund", "sure": true, "share": 0.9, "quotes": ["it broke", "my mo""", "refund · it broke")]
    [InlineData("""{"wish": "K\u00f6ln""", "Köln")]
    [InlineData("""{"wish": "K\u00f""", "K")]
    [InlineData("""{"wish": "well \ud83d""", "well ")]
    [InlineData("""{"wish": "well \ud83d\ude0""", "well ")]
    [InlineData("""{"wish": "well \ud83d\ude00 d""", "well 😀 d")]
    [InlineData("""{"path": "C:\\u12""", "C:\\u12")]
    public void Of_JsonThatHasNotEnded_IsItsValues(string text, string expected) => Assert.Equal(expected, LiveWords.Of(text));

    [Fact]
    public void Of_WholeJson_IsItsValuesWithoutEscapes() =>
        Assert.Equal("shop.refund · lamp · cable · The lamp \"Nora\" broke. It was new.", LiveWords.Of(Plan));

    [Fact]
    public void Of_EmptyValues_AreLeftOut() => Assert.Equal("refund", LiveWords.Of("""{"because": "", "type": "refund", "note": " "}"""));

    [Fact]
    public void Of_JsonSignBySign_OnlyGrows()
    {
        var before = "";
        for (var length = 1; length <= Plan.Length; length++)
        {
            var now = LiveWords.Of(Plan[..length]);
            Assert.StartsWith(before, now, StringComparison.Ordinal);
            before = now;
        }
    }
}
