using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Cases.Replying;

/// <summary>Failpoints are process-wide, so that whoever arms one runs alone.</summary>
[Collection(nameof(Failpoint))]
public sealed class DeliverReplyTests
{
    [Fact]
    public async Task Deliver_ByMail_IsOneMessageInTheCustomersThread()
    {
        await using var sink = new MailSink();
        await using var desk = await ReplyDesk.WithMailAsync(sink, user: "shop");
        var id = await desk.SentAsync("Grüße, wir erstatten 42,90 €.");
        await desk.DeliverAsync();
        var delivery = await desk.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Sent, "taken as Q42"), (delivery.State, delivery.Receipt));
        var mail = Assert.Single(sink.Taken);
        Assert.Contains($"Message-Id: <{id:N}@shop.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("In-Reply-To: <first@mail.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("References: <first@mail.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Subject: Re: Broken lamp", mail, StringComparison.Ordinal);
        Assert.Contains("<leila@mail.example>", Assert.Single(sink.Recipients), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_TheSecondReply_NamesTheFirst()
    {
        await using var sink = new MailSink();
        await using var desk = await ReplyDesk.WithMailAsync(sink);
        var first = await desk.SentAsync("One");
        await desk.DeliverAsync();
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.SentAsync("Two");
        await desk.DeliverAsync();
        Assert.Contains($"<{first:N}@shop.example>", sink.Taken.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailAnswer.LaterAtRecipient)]
    [InlineData(MailAnswer.LaterAfterData)]
    [InlineData(MailAnswer.DropAtGreeting)]
    public async Task Deliver_NotNow_IsTriedAgainAndSentOnce(MailAnswer answer)
    {
        await using var sink = new MailSink();
        await using var desk = await ReplyDesk.WithMailAsync(sink);
        sink.Script.Enqueue(answer);
        var id = await desk.SentAsync();
        await desk.DeliverAsync();
        Assert.Equal(DeliveryState.Retrying, (await desk.DeliveryAsync(id)).State);
        await desk.SettleAsync();
        Assert.Equal((DeliveryState.Sent, 2), ((await desk.DeliveryAsync(id)).State, (await desk.DeliveryAsync(id)).Attempts));
        Assert.Single(sink.Taken);
    }

    [Theory]
    [InlineData(MailAnswer.NoAtRecipient)]
    [InlineData(MailAnswer.NoAfterData)]
    public async Task Deliver_Refused_EndsUntilAPersonSendsItAgain(MailAnswer answer)
    {
        await using var sink = new MailSink();
        await using var desk = await ReplyDesk.WithMailAsync(sink);
        sink.Script.Enqueue(answer);
        var id = await desk.SentAsync();
        await desk.SettleAsync();
        Assert.Equal(DeliveryState.Refused, (await desk.DeliveryAsync(id)).State);
        Assert.Equal(1, sink.Connections);
        Assert.IsType<CaseError.WrongDelivery>(await desk.DecideAsync(id, DeliveryDecision.Arrived));
        Assert.Null(await desk.DecideAsync(id, DeliveryDecision.SendAgain));
        await desk.SettleAsync();
        Assert.Equal(DeliveryState.Sent, (await desk.DeliveryAsync(id)).State);
        Assert.Single(sink.Taken);
    }

    [Theory]
    [InlineData(MailAnswer.DropAfterData)]
    [InlineData(MailAnswer.HangAfterData)]
    public async Task Deliver_LostAfterTheMessage_IsUnknownAndNeverRepeatedByItself(MailAnswer answer)
    {
        await using var sink = new MailSink();
        await using var desk = await ReplyDesk.WithMailAsync(sink);
        sink.Script.Enqueue(answer);
        var id = await desk.SentAsync();
        await desk.SettleAsync();
        var unknown = await desk.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Unknown, null), (unknown.State, unknown.DueAt));
        Assert.Equal(1, sink.Connections);
        Assert.Null(await desk.DecideAsync(id, DeliveryDecision.Arrived));
        await desk.SettleAsync();
        Assert.Equal((DeliveryState.Sent, 1), ((await desk.DeliveryAsync(id)).State, sink.Connections));
    }

    [Fact]
    public async Task Deliver_UnknownThatDidNotArrive_IsSentAgainUnderTheSameName()
    {
        await using var sink = new MailSink();
        await using var desk = await ReplyDesk.WithMailAsync(sink);
        sink.Script.Enqueue(MailAnswer.DropAfterData);
        var id = await desk.SentAsync();
        await desk.SettleAsync();
        Assert.Null(await desk.DecideAsync(id, DeliveryDecision.SendAgain));
        await desk.SettleAsync();
        Assert.Equal(2, sink.Taken.Count);
        Assert.All(sink.Taken, mail => Assert.Contains($"<{id:N}@shop.example>", mail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deliver_NeverReached_FailsAfterTheLimitWithoutEffect()
    {
        await using var sink = new MailSink();
        await using var desk = await ReplyDesk.WithMailAsync(sink);
        await sink.DisposeAsync();
        var id = await desk.SentAsync();
        for (var round = 0; round < 14; round++)
        {
            await desk.DeliverAsync();
            desk.Host.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        var failed = await desk.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Failed, 11), (failed.State, failed.Attempts));
        Assert.Contains("nothing was sent", failed.StateReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_RefusedAfterTheCaseWasResolved_OpensItAgainAndSaysWhy()
    {
        await using var sink = new MailSink();
        await using var desk = await ReplyDesk.WithMailAsync(sink);
        sink.Script.Enqueue(MailAnswer.NoAtRecipient);
        await desk.SentAsync();
        var version = (await desk.ReplyAsync()).SeenVersion;
        Assert.IsType<CaseOutcome.Done>(await desk.Host.Get<ResolveCase>().ResolveAsync(ReplyDesk.Mara, desk.CaseId, version, "Told them.", CancellationToken.None));
        await desk.DeliverAsync();
        var view = await desk.Host.Get<ReadCase>().ReadAsync(ReplyDesk.Mara, desk.CaseId, CancellationToken.None);
        Assert.Equal(CaseStage.Decide, view!.Case.Stage);
        Assert.Contains(view.Messages, message => message.Kind == MessageKind.Note && message.Body.Contains("no such mailbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deliver_Stopped_IsNotSent()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var id = await desk.SentAsync();
        Assert.Null(await desk.DecideAsync(id, DeliveryDecision.Stop));
        await desk.SettleAsync();
        Assert.Empty(desk.Files);
        Assert.Equal(DeliveryState.Failed, (await desk.DeliveryAsync(id)).State);
    }

    [Fact]
    public async Task Deliver_ToAPrivateHostThatIsNotAllowed_ConnectsToNothing()
    {
        await using var sink = new MailSink();
        await using var desk = await ReplyDesk.OpenAsync(
            ChannelConnectorKind.Smtp, new ChannelSettings { FromAddress = "help@shop.example", Host = "localhost", Port = sink.Port, TimeoutSeconds = 2 });
        var id = await desk.SentAsync();
        await desk.DeliverAsync();
        Assert.Contains("Connectors:AllowedHosts", (await desk.DeliveryAsync(id)).StateReason, StringComparison.Ordinal);
        Assert.Equal(0, sink.Connections);
    }

    [Fact]
    public async Task Deliver_WithAWrongPassword_IsUnavailableAndSendsNothing()
    {
        await using var sink = new MailSink();
        await using var desk = await ReplyDesk.WithMailAsync(sink, user: "shop");
        sink.Script.Enqueue(MailAnswer.NoSignIn);
        var id = await desk.SentAsync();
        await desk.DeliverAsync();
        Assert.Equal(DeliveryState.Retrying, (await desk.DeliveryAsync(id)).State);
        Assert.Empty(sink.Taken);
    }

    [Theory]
    [InlineData("reply.after-claim", true)]
    [InlineData("reply.after-claim", false)]
    [InlineData("reply.after-intent", true)]
    [InlineData("reply.after-intent", false)]
    [InlineData("reply.after-call", true)]
    [InlineData("reply.after-call", false)]
    [InlineData("reply.after-outcome", true)]
    [InlineData("reply.after-outcome", false)]
    public async Task Deliver_DyingAtABoundary_LeavesExactlyOneMessageOrAnUnknown(string boundary, bool byMail)
    {
        await using var sink = new MailSink();
        await using var desk = byMail ? await ReplyDesk.WithMailAsync(sink) : await ReplyDesk.WithOutboxAsync();
        var id = await desk.SentAsync();
        using (Failpoint.Arm(boundary, () => throw new InvalidOperationException("The process died here.")))
        {
            await desk.DeliverAsync();
        }

        await desk.SettleAsync();
        var delivery = await desk.DeliveryAsync(id);
        var isUnclear = byMail && boundary is "reply.after-intent" or "reply.after-call" && byMail;
        Assert.Equal(isUnclear ? DeliveryState.Unknown : DeliveryState.Sent, delivery.State);
        Assert.Equal(boundary == "reply.after-intent" && byMail ? 0 : 1, byMail ? sink.Taken.Count : desk.Files.Length);
    }

    [Fact]
    public async Task Deliver_OutlivedByItsLease_WritesNothingMoreAndSendsNothingTwice()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var id = await desk.SentAsync();
        var held = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        using (Failpoint.Arm("reply.after-call", () =>
        {
            reached.TrySetResult();
            return held.Task;
        }))
        {
            var first = desk.DeliverAsync();
            await reached.Task;
            desk.Host.Clock.Advance(TimeSpan.FromMinutes(3));
            await desk.DeliverAsync();
            held.SetResult();
            await first;
        }

        Assert.Equal(DeliveryState.Sent, (await desk.DeliveryAsync(id)).State);
        Assert.Single(desk.Files);
    }
}
