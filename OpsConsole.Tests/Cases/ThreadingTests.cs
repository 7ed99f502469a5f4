using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Searching;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Identity;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Cases;

public sealed class ThreadingTests
{
    private static readonly Actor Other = new(ActorKind.Service, "svc-other", "Other", [Roles.Intake]);
    private static readonly Actor Channel = new(ActorKind.Service, "svc-channel", "Channel", [Roles.Channel]);

    [Fact]
    public async Task Open_AnAnswerToWhatWeSent_JoinsTheCase()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var sent = await desk.SentAsync();
        var joined = Assert.IsType<OpenCaseOutcome.Joined>(await OpenAsync(desk, ReplyDesk.Gateway, new ThreadHints { InReplyTo = $"<{sent:N}@shop.example>" }));
        Assert.Equal(desk.CaseId, joined.CaseId);
        Assert.Equal(joined.MessageId, (await desk.MessagesAsync()).MaxBy(message => message.Id)!.Id);
    }

    [Theory]
    [InlineData("references")]
    [InlineData("thread")]
    public async Task Open_AnAnswerToWhatTheyWrote_JoinsTheCase(string by)
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var hints = by == "thread" ? new ThreadHints { ThreadId = "t-1" } : new ThreadHints { References = ["<else@x>", "<first@mail.example>"] };
        Assert.IsType<OpenCaseOutcome.Joined>(await OpenAsync(desk, ReplyDesk.Gateway, hints));
    }

    [Fact]
    public async Task Open_ByAServiceThatDidNotOpenTheCase_OpensAnotherUnlessItCarriesTheChannel()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var hints = new ThreadHints { InReplyTo = "<first@mail.example>" };
        Assert.IsType<OpenCaseOutcome.Opened>(await OpenAsync(desk, Other, hints));
        Assert.Equal(desk.CaseId, Assert.IsType<OpenCaseOutcome.Joined>(await OpenAsync(desk, Channel, hints)).CaseId);
    }

    [Fact]
    public async Task Open_TheSameAnswerTwice_StandsThereOnce()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var hints = new ThreadHints { MessageId = "<second@mail.example>", InReplyTo = "<first@mail.example>" };
        Assert.IsType<OpenCaseOutcome.Joined>(await OpenAsync(desk, ReplyDesk.Gateway, hints));
        Assert.IsType<OpenCaseOutcome.Known>(await OpenAsync(desk, ReplyDesk.Gateway, hints));
        Assert.Equal(2, (await desk.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Merge_TwoCases_MakesOneThreadAndClosesTheOther()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var second = Assert.IsType<OpenCaseOutcome.Opened>(await OpenAsync(desk, ReplyDesk.Gateway, new ThreadHints { MessageId = "<b@x>" }, "zebra"));
        await MergeAsync(desk, second.CaseId, desk.CaseId);
        var from = await CaseAsync(desk, second.CaseId);
        Assert.Equal((CaseStage.Closed, (Guid?)desk.CaseId), (from.Stage, from.MergedIntoId));
        Assert.Contains(await desk.MessagesAsync(), message => message.Body == "zebra" && message.MovedFromId == second.CaseId);
        var found = await desk.Host.Get<SearchCases>().SearchAsync(ReplyDesk.Mara, new CaseFilter { Text = "zebra" }, CaseOrder.Newest, null, 10, CancellationToken.None);
        Assert.Equal([desk.CaseId], found.Rows.Select(row => row.Id));
        Assert.Equal(desk.CaseId, Assert.IsType<OpenCaseOutcome.Joined>(await OpenAsync(desk, ReplyDesk.Gateway, new ThreadHints { InReplyTo = "<b@x>" })).CaseId);
        var late = new NewMessage { Kind = MessageKind.Inbound, Channel = "email", Body = "late" };
        Assert.Equal(desk.CaseId, Assert.IsType<AddMessageOutcome.Added>(await desk.Host.Get<AddMessage>().AddAsync(ReplyDesk.Gateway, second.CaseId, late, null, CancellationToken.None)).CaseId);
    }

    [Fact]
    public async Task Merge_CasesOfTwoCustomersOrIntoItself_IsRefused()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var second = Assert.IsType<OpenCaseOutcome.Opened>(await OpenAsync(desk, ReplyDesk.Gateway, new ThreadHints()));
        await EditAsync(desk, desk.CaseId, row => row.CustomerRecord = "shop/customers/1");
        await EditAsync(desk, second.CaseId, row => row.CustomerRecord = "shop/customers/2");
        Assert.IsType<CaseError.NotMergeable>(await MergeAsync(desk, second.CaseId, desk.CaseId));
        Assert.IsType<CaseError.NotMergeable>(await MergeAsync(desk, second.CaseId, second.CaseId));
    }

    [Fact]
    public async Task Read_AnotherOpenCaseOfTheCustomerAboutTheSameRecord_IsOfferedAndNotMerged()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        var second = Assert.IsType<OpenCaseOutcome.Opened>(await OpenAsync(desk, ReplyDesk.Gateway, new ThreadHints(), "Order w-1 again"));
        await desk.HearAsync("It is about order W-1.");
        foreach (var id in new[] { desk.CaseId, second.CaseId })
        {
            await EditAsync(desk, id, row => row.CustomerRecord = "shop/customers/1");
            await desk.Host.Database.WriteAsync(db => Task.FromResult(db.Add(NewFact(id))), CancellationToken.None);
        }

        var view = await desk.Host.Get<ReadCase>().ReadAsync(ReplyDesk.Mara, second.CaseId, CancellationToken.None);
        Assert.Equal((desk.CaseId, "W-1"), (view!.BelongsTo!.Id, view.BelongsTo.Names));
        Assert.Null((await desk.Host.Get<ReadCase>().ReadAsync(ReplyDesk.Mara, desk.CaseId, CancellationToken.None))!.BelongsTo);
    }

    private static Fact NewFact(Guid caseId) => new()
    {
        Id = Guid.CreateVersion7(),
        CaseId = caseId,
        Number = 1,
        Attribute = "order.status",
        Label = "Order W-1 · Status",
        ValueJson = "\"sent\"",
        Display = "sent",
        Source = "shop",
        Record = "shop/orders/W-1",
        RecordVersion = "1",
        ObservedAt = default,
        IsAuthority = true,
    };

    private static Task<OpenCaseOutcome> OpenAsync(ReplyDesk desk, Actor by, ThreadHints hints, string body = "Any news?")
    {
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var request = new NewCase { Subject = "Re: Broken lamp", Body = body, Channel = "email", Source = by.Id, Thread = hints };
        return desk.Host.Get<OpenCase>().OpenAsync(by, request, null, CancellationToken.None);
    }

    private static Task<Case> CaseAsync(ReplyDesk desk, Guid id) => desk.Host.Database.ReadAsync(db => db.Set<Case>().SingleAsync(row => row.Id == id), CancellationToken.None);

    private static Task EditAsync(ReplyDesk desk, Guid id, Action<Case> edit) =>
        desk.Host.Database.WriteAsync(async db => edit(await db.Set<Case>().SingleAsync(row => row.Id == id)), CancellationToken.None);

    private static async Task<CaseError?> MergeAsync(ReplyDesk desk, Guid from, Guid into) => await desk.Host.Get<MergeCase>().MergeAsync(
        ReplyDesk.Mara, from, (await CaseAsync(desk, from)).Version, (await CaseAsync(desk, into)).Number, CancellationToken.None) is CaseOutcome.Refused refused ? refused.Error : null;
}
