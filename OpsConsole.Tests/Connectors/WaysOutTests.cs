using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Connectors;

/// <summary>Whether the console may say that nothing leaves this machine.</summary>
public sealed class WaysOutTests
{
    [Fact]
    public async Task Any_NothingSetUp_IsFalse()
    {
        using var host = new CoreHost();
        Assert.False(await AnyAsync(host));
    }

    [Fact]
    public async Task Any_FileOutbox_IsFalse()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        Assert.False(await AnyAsync(desk.Host));
    }

    [Fact]
    public async Task Any_MailServerBesideAnOutbox_IsTrue()
    {
        await using var desk = await ReplyDesk.WithOutboxAsync();
        await desk.SetUpAsync(ChannelConnectorKind.Smtp, new ChannelSettings { FromAddress = "help@shop.example", FromName = "Shop", Host = "127.0.0.1", Port = 2525, Encryption = MailEncryption.None });
        Assert.True(await AnyAsync(desk.Host));
    }

    [Fact]
    public async Task Any_Webhook_IsTrue()
    {
        await using var desk = await ReplyDesk.OpenAsync(ChannelConnectorKind.Webhook, new ChannelSettings { Url = "http://127.0.0.1:2526/in", FromName = "Shop" }, "a secret of some length");
        Assert.True(await AnyAsync(desk.Host));
    }

    [Fact]
    public async Task Any_ConnectedSystem_IsTrue()
    {
        using var host = new CoreHost();
        var system = new ConnectedSystem
        {
            Id = "shop", Name = "Shop", Kind = OpenApiConnector.Kind, SettingsJson = "{}", OperationsJson = "[]", DocumentTitle = "Shop", DocumentDigest = "", ChangedAt = host.Clock.GetUtcNow(), ChangedBy = "Ada",
        };
        await host.Database.WriteAsync(db => db.AddAsync(system).AsTask(), CancellationToken.None);
        Assert.True(await AnyAsync(host));
    }

    private static Task<bool> AnyAsync(CoreHost host) => host.Get<WaysOut>().AnyAsync(CancellationToken.None);
}
