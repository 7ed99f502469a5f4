using Microsoft.Extensions.AI;
using OpsConsole.Models;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Models;

/// <summary>A question is read message by message.</summary>
public sealed class AskedTextTests
{
    [Fact]
    public async Task Of_QuestionThatWasSent_IsItsMessagesInOrderAndTheRest()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.AskAsync("", request => request with
        {
            Messages = [new ChatMessage(ChatRole.System, "You plan.\nBriefly."), new ChatMessage(ChatRole.User, "It is \"broken\".")],
            Schema = ModelDesk.Schema(),
        });
        var asked = AskedText.Of((await desk.ExchangesAsync())[0].RequestText);

        Assert.Equal([("system", "You plan.\nBriefly."), ("user", "It is \"broken\".")], asked.Messages);
        Assert.Contains("\"refund\"", asked.Rest, StringComparison.Ordinal);
        Assert.DoesNotContain("You plan", asked.Rest, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_MessageThatCallsATool_IsShownWhole()
    {
        var asked = AskedText.Of("""{"messages": [{"role": "assistant", "text": "", "calls": [{"name": "read_order", "arguments": {"id": "W-1"}}]}, {"text": "alone"}]}""");

        Assert.Equal(["assistant", "message"], asked.Messages.Select(message => message.Role));
        Assert.Contains("\"read_order\"", asked.Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains("\"W-1\"", asked.Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains("alone", asked.Messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingButMessages_HasNoRest() => Assert.Equal("", AskedText.Of("""{"messages": []}""").Rest);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("Is this JSON?")]
    [InlineData("""{"messages": [{"role": "us""")]
    [InlineData("""{"messages": "none"}""")]
    [InlineData("""[{"role": "user", "text": "Hello"}]""")]
    public void Of_AnythingElse_IsShownAsItIs(string request)
    {
        var asked = AskedText.Of(request);
        Assert.Empty(asked.Messages);
        Assert.Equal(request, asked.Rest);
    }
}
