using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Cases.Replying;

public sealed class SendReplyTests
{
    [Fact]
    public async Task Send_AReply_StandsInTheThreadAndIsNotSentBeforeTheJob()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var id = await desk.SentAsync();
        var message = (await desk.MessagesAsync())[^1];
        Assert.Equal((id, MessageKind.Outbound, "We are sorry.\n\nYour shop", ReplyDesk.Customer), (message.Id, message.Kind, message.Body, message.Address));
        Assert.Equal(DeliveryState.Queued, (await desk.DeliveryAsync(id)).State);
        Assert.Empty(desk.Files);
    }

    [Fact]
    public async Task Send_TheSameTwiceOrFromTwoWindows_IsOneReply()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var reply = await desk.ReplyAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => desk.SendAsync(reply)));
        Assert.Single(outcomes.OfType<SendReplyOutcome.Queued>());
        Assert.Equal(4, outcomes.OfType<SendReplyOutcome.Known>().Count());
        await desk.SettleAsync();
        Assert.Single(desk.Files);
    }

    [Fact]
    public async Task Send_AfterTheCustomerWroteAgain_ComesBackToBeConfirmed()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var seen = await desk.ReplyAsync();
        await desk.HearAsync();
        var refused = Assert.IsType<SendReplyOutcome.Refused>(await desk.SendAsync(seen));
        Assert.Equal(MessageKind.Inbound, Assert.IsType<CaseError.NewerMessage>(refused.Error).Kind);
        Assert.IsType<SendReplyOutcome.Queued>(await desk.SendAsync(await desk.ReplyAsync()));
    }

    [Fact]
    public async Task Send_AfterAMessageThatWasWrittenEarlierCameIn_ComesBackToo()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var seen = await desk.ReplyAsync();
        await desk.HearAsync(at: desk.Host.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        Assert.IsType<CaseError.NewerMessage>(Assert.IsType<SendReplyOutcome.Refused>(await desk.SendAsync(seen)).Error);
    }

    [Fact]
    public async Task Send_AfterAColleagueReplied_ComesBackToo()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var seen = await desk.ReplyAsync("Mine");
        await desk.SentAsync("Theirs");
        Assert.IsType<CaseError.NewerMessage>(Assert.IsType<SendReplyOutcome.Refused>(await desk.SendAsync(seen, ReplyDesk.Ben)).Error);
    }

    [Fact]
    public async Task Send_ByWhoMayNot_IsRefusedAndInTheLog()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var reply = await desk.ReplyAsync();
        Assert.IsType<CaseError.Forbidden>(Assert.IsType<SendReplyOutcome.Refused>(await desk.SendAsync(reply, ReplyDesk.Gateway)).Error);
        Assert.IsType<CaseError.Forbidden>(Assert.IsType<SendReplyOutcome.Refused>(await desk.SendAsync(reply, ReplyDesk.Admin)).Error);
        Assert.Empty(await desk.DeliveriesAsync());
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("Somebody <a@b.example>")]
    public async Task Send_ToWhatIsNotOneAddress_IsRefused(string to)
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        Assert.IsType<CaseError.Invalid>(Assert.IsType<SendReplyOutcome.Refused>(await desk.SendAsync(await desk.ReplyAsync(to: to))).Error);
    }

    [Fact]
    public async Task Send_WithSentencesThatNothingSupports_NeedsAYesToEach()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        await desk.Host.Database.WriteAsync(
            async db => new ReplyCheck(["You get 100 €."]).WriteTo(await db.Set<Case>().SingleAsync(row => row.Id == desk.CaseId)), CancellationToken.None);
        var reply = await desk.ReplyAsync("Hello.\nYou  get 100 €.");
        Assert.Equal(["You get 100 €."], Assert.IsType<CaseError.Unsupported>(Assert.IsType<SendReplyOutcome.Refused>(await desk.SendAsync(reply)).Error).Sentences);
        Assert.IsType<SendReplyOutcome.Queued>(await desk.SendAsync(reply with { Unsupported = ["You get 100 €."] }));
    }

    [Fact]
    public async Task Send_InAResolvedCaseOrWithoutAConnector_IsRefused()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        await desk.Host.Get<SetUpChannels>().RouteAsync(ReplyDesk.Admin, ChannelNames.Any, null, CancellationToken.None);
        Assert.IsType<CaseError.NoConnector>(Assert.IsType<SendReplyOutcome.Refused>(await desk.SendAsync(await desk.ReplyAsync())).Error);
        var version = (await desk.ReplyAsync()).SeenVersion;
        Assert.IsType<CaseOutcome.Done>(await desk.Host.Get<ResolveCase>().ResolveAsync(ReplyDesk.Mara, desk.CaseId, version, "done", CancellationToken.None));
        Assert.IsType<CaseError.Resolved>(Assert.IsType<SendReplyOutcome.Refused>(await desk.SendAsync(await desk.ReplyAsync())).Error);
    }
}
