using OpsConsole.Policies.Editing;

namespace OpsConsole.Tests.Policies.Editing;

public sealed class TabTextTests
{
    [Fact]
    public void Read_LinesEndedEitherWay_GivesRowsAndNoEmptyLast()
    {
        Assert.Equal([["a", "b"], ["c", ""]], TabText.Read("a\tb\r\nc\t\r\n"));
        Assert.Equal([["a"], ["b"]], TabText.Read("a\nb\n"));
        Assert.Equal([["a"], [""], ["b"]], TabText.Read("a\n\nb"));
        Assert.Equal([[""]], TabText.Read(""));
    }

    [Fact]
    public void Read_QuotesOfASpreadsheet_AreTakenOff()
    {
        Assert.Equal([["two\nlines", "x"]], TabText.Read("\"two\nlines\"\tx"));
        Assert.Equal([["a\tb"]], TabText.Read("\"a\tb\""));
        Assert.Equal([["\"damaged\""]], TabText.Read("\"\"\"damaged\"\"\""));
        Assert.Equal([["say \"hi\"\nagain"]], TabText.Read("\"say \"\"hi\"\"\nagain\"\r\n"));
    }

    [Theory]
    [InlineData("\"damaged\"")]
    [InlineData("\"damaged\", \"wrong item\"")]
    [InlineData("\"\"")]
    [InlineData("\"never closed")]
    [InlineData("not(\"late\")")]
    public void Read_QuotesOfFeel_Stay(string cell) => Assert.Equal([[cell, "x"], ["y", cell]], TabText.Read($"{cell}\tx\r\ny\t{cell}"));

    [Fact]
    public void Write_AnyCells_AreReadAgainAsTheyWere()
    {
        const string letters = "ab\"\t\r\n -,";
        var random = new Random(20261126);
        for (var round = 0; round < 5_000; round++)
        {
            string[][] rows = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Enumerable.Range(0, 3).Select(_ => Cell()).ToArray())];
            Assert.Equal(rows, TabText.Read(TabText.Write(rows)));
        }

        string Cell() => string.Concat(Enumerable.Range(0, random.Next(0, 6)).Select(_ => letters[random.Next(letters.Length)]));
    }
}
