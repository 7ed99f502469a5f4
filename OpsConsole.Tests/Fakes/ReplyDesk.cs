using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Fakes;

/// <summary>A core with one case that came by e-mail, two agents, and a channel connector of the test's choice.</summary>
public sealed class ReplyDesk : IAsyncDisposable
{
    public const string Customer = "leila@mail.example";
    public static readonly Actor Admin = new(ActorKind.Person, "p-ada", "Ada Admin", [Roles.Admin]);
    public static readonly Actor Mara = new(ActorKind.Person, "p-mara", "Mara Okafor", [Roles.Agent]);
    public static readonly Actor Ben = new(ActorKind.Person, "p-ben", "Ben Adler", [Roles.Agent]);
    public static readonly Actor Gateway = new(ActorKind.Service, "svc-mail", "Mail gateway", [Roles.Intake]);

    private ReplyDesk(CoreHost host, Guid caseId)
    {
        Host = host;
        CaseId = caseId;
    }

    public CoreHost Host { get; }

    public Guid CaseId { get; }

    public static async Task<ReplyDesk> OpenAsync(ChannelConnectorKind kind, ChannelSettings settings, string? secret = null)
    {
        var host = new CoreHost(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(new ConnectorOptions { AllowedHosts = ["127.0.0.1"] }));
            services.Replace(ServiceDescriptor.Singleton(new ReplyOptions { Parallelism = 1, CallTimeout = TimeSpan.FromSeconds(3) }));
        });
        var request = new NewCase
        {
            Subject = "Broken lamp",
            Body = "The lamp is broken.",
            Channel = "email",
            Source = Gateway.Id,
            CustomerName = "Leila Haddad",
            Thread = new ThreadHints { MessageId = "<first@mail.example>", From = Customer, ThreadId = "t-1" },
        };
        var opened = Assert.IsType<OpenCaseOutcome.Opened>(await host.Get<OpenCase>().OpenAsync(Gateway, request, null, CancellationToken.None));
        var desk = new ReplyDesk(host, opened.CaseId);
        await desk.SetUpAsync(kind, settings, secret);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return desk;
    }

    public static Task<ReplyDesk> WithOutboxAsync() => OpenAsync(ChannelConnectorKind.FileOutbox, new ChannelSettings { FromAddress = "help@shop.example", FromName = "Shop", Signature = "Your shop" });

    public static Task<ReplyDesk> WithMailAsync(MailSink sink, string user = "") => OpenAsync(
        ChannelConnectorKind.Smtp,
        new ChannelSettings { FromAddress = "help@shop.example", FromName = "Shop", Host = "127.0.0.1", Port = sink.Port, Encryption = MailEncryption.None, User = user, TimeoutSeconds = 2 },
        user.Length == 0 ? null : "s3cret");

    public async Task<Guid> SetUpAsync(ChannelConnectorKind kind, ChannelSettings settings, string? secret = null)
    {
        var channels = Host.Get<SetUpChannels>();
        var id = Assert.IsType<ChannelOutcome.Saved>(await channels.SaveAsync(Admin, new ChannelForm(null, 0, "Way out", kind, settings, secret), CancellationToken.None)).Id;
        Assert.IsType<ChannelOutcome.Saved>(await channels.RouteAsync(Admin, ChannelNames.Any, id, CancellationToken.None));
        return id;
    }

    public string Outbox => Path.Combine(Host.Get<StorageOptions>().Folder, "outbox");

    public string[] Files => Directory.Exists(Outbox) ? [.. Directory.GetFiles(Outbox).Order(StringComparer.Ordinal)] : [];

    /// <summary>What a person who looks at the case now would send.</summary>
    public async Task<ReplyToSend> ReplyAsync(string text = "We are sorry.", string to = Customer, string channel = "email")
    {
        var view = (await Host.Get<ReadCase>().ReadAsync(Mara, CaseId, CancellationToken.None))!;
        var seen = SeenThread.Of(view.Messages);
        return new ReplyToSend(ReplyKey.Of(CaseId, seen, channel, to, text), view.Case.Version, seen, channel, to, text, []);
    }

    public Task<SendReplyOutcome> SendAsync(ReplyToSend reply, Actor? by = null) => Host.Get<SendReply>().SendAsync(by ?? Mara, CaseId, reply, CancellationToken.None);

    public async Task<Guid> SentAsync(string text = "We are sorry.") => Assert.IsType<SendReplyOutcome.Queued>(await SendAsync(await ReplyAsync(text))).MessageId;

    public Task<int> DeliverAsync() => Host.Get<DeliverDue>().SweepAsync(CancellationToken.None);

    /// <summary>Lets leases and pauses pass, and the job run, until nothing is due any more.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 14; round++)
        {
            await DeliverAsync();
            Host.Clock.Advance(TimeSpan.FromMinutes(3));
        }
    }

    public Task<ReplyDelivery> DeliveryAsync(Guid id) => Host.Database.ReadAsync(db => db.Set<ReplyDelivery>().SingleAsync(row => row.MessageId == id), CancellationToken.None);

    public Task<List<ReplyDelivery>> DeliveriesAsync() => Host.Database.ReadAsync(db => db.Set<ReplyDelivery>().ToListAsync(), CancellationToken.None);

    public Task<List<CaseMessage>> MessagesAsync() => Host.Database.ReadAsync(
        db => db.Set<CaseMessage>().Where(row => row.CaseId == CaseId).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(), CancellationToken.None);

    public async Task HearAsync(string text = "Hello again", DateTimeOffset? at = null)
    {
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var message = new NewMessage { Kind = MessageKind.Inbound, Channel = "email", Body = text, ReceivedAt = at };
        Assert.IsType<AddMessageOutcome.Added>(await Host.Get<AddMessage>().AddAsync(Gateway, CaseId, message, null, CancellationToken.None));
    }

    public async Task<CaseError?> DecideAsync(Guid id, DeliveryDecision decision, Actor? by = null) =>
        await Host.Get<DecideDelivery>().DecideAsync(by ?? Mara, id, (await DeliveryAsync(id)).Version, decision, CancellationToken.None) is CaseOutcome.Refused refused ? refused.Error : null;

    public ValueTask DisposeAsync()
    {
        Host.Dispose();
        return ValueTask.CompletedTask;
    }
}
