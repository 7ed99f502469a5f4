using OpsConsole.Core.Policies.Documents;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Tests.Policies.Editing;

public sealed class CellTextTests
{
    private static readonly DocumentRule Row = SheetTexts.Refunds.Rules[0];
    private static readonly SheetColumn Verdict = new(SheetColumnKind.Verdict);
    private static readonly SheetColumn Also = new(SheetColumnKind.Demands);

    [Theory]
    [InlineData("allow", "allow", "")]
    [InlineData("Deny", "deny", "")]
    [InlineData("agent", "require-approval", "agent")]
    [InlineData("Supervisor approves", "require-approval", "supervisor")]
    [InlineData("require-approval", "require-approval", "")]
    [InlineData("allow (supervisor)", "allow", "supervisor")]
    [InlineData("alow", "alow", "")]
    public void Write_AVerdict_SetsWhatItSays(string text, string verdict, string approver)
    {
        var written = CellText.Write(Row, Verdict, text, out _)!;
        Assert.Equal((verdict, approver), (written.Verdict, written.Approver));
    }

    [Theory]
    [InlineData("allow", "supervisor")]
    [InlineData("require-approval", "chief (acting)")]
    [InlineData("what", "")]
    [InlineData("require-approval", "")]
    public void Read_AVerdict_IsWrittenAgainAsItWas(string verdict, string approver)
    {
        var rule = Row with { Verdict = verdict, Approver = approver };
        var written = CellText.Write(Row, Verdict, CellText.Read(rule, Verdict), out _)!;
        Assert.Equal((verdict, approver), (written.Verdict, written.Approver));
    }

    [Fact]
    public void Read_Demands_AreWrittenAgainAsTheyWere()
    {
        var rule = Row with { Quorum = 2, NoSelfApproval = true, Blind = true, Expires = "PT8H", Notify = ["agent", "supervisor"], Attach = ["photo; front, back", @"a\b"] };
        var text = CellText.Read(rule, Also);
        Assert.Equal(@"quorum 2; no self-approval; blind; expires PT8H; notify agent, supervisor; attach photo\; front\, back, a\\b", text);
        var written = CellText.Write(Row, Also, text, out _)!;
        Assert.Equal((2, true, true, "PT8H"), (written.Quorum, written.NoSelfApproval, written.Blind, written.Expires));
        Assert.Equal(rule.Notify, written.Notify);
        Assert.Equal(rule.Attach, written.Attach);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    public void Write_NoDemands_IsTheUsual(string text) =>
        Assert.Equal("", CellText.Read(CellText.Write(Row with { Quorum = 3, Blind = true }, Also, text, out _)!, Also));

    [Theory]
    [InlineData("quorum many", "quorum many")]
    [InlineData("blind; hurry up", "hurry up")]
    [InlineData("notify", "notify")]
    public void Write_ADemandThatIsNone_SaysWhich(string text, string which)
    {
        Assert.Null(CellText.Write(Row, Also, text, out var fault));
        Assert.StartsWith($"“{which}” is none of", fault, StringComparison.Ordinal);
    }
}
