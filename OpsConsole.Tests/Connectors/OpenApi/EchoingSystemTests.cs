using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Bench.Secrets;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Connectors.OpenApi;

/// <summary>Systems that say back what they were sent: nothing of our secret comes in with their answers.</summary>
public sealed class EchoingSystemTests
{
    private const string Secret = "Kq7.\"<&+/%é-Y2wNbv83xTz";

    private const string Key = "Kq7.\"<&+/%-Y2wNbv83xTz";

    /// <summary>Long enough to be no chance, and the same in every way of escaping.</summary>
    private static readonly string[] Parts = ["Y2wNbv83", Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret))[4..16]];

    public static TheoryData<string> Ways => [.. EchoSystem.Ways];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Invoke_SystemSaysOurSecret_NothingOfItComesIn(string way)
    {
        var door = new EchoDoor("echo", new AuthScheme("key", AuthKind.Basic), $"user:{Secret}", new Canary("password", $"{Secret}-long-enough"));
        await using var server = new EchoServer(new EchoSystem([door], []).Answer);
        using var host = new CoreHost(services => services.AddSingleton(new ConnectorOptions { AllowedHosts = [server.Host] }));
        var connector = await ConnectAsync(host, server, door);

        var result = await connector.InvokeAsync(new ConnectorCall("act", new JsonObject { ["how"] = way }, "key-1"), CancellationToken.None);
        var record = await connector.ReadRecordAsync(new RecordRef("echo", "orders", "7"), CancellationToken.None);

        Assert.True(EchoSystem.IsSignedIn(server.Requests.First(), door));
        Assert.All(Parts, part => Assert.DoesNotContain(part, $"{result}", StringComparison.OrdinalIgnoreCase));
        Assert.All(Parts, part => Assert.DoesNotContain(part, $"{Assert.IsType<RecordResult.Found>(record).Record}", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Send_MailServerSaysOurPassword_NothingOfItComesIn()
    {
        await using var server = new EchoMail(SecretsWorld.MailUser, Secret);
        var settings = new ChannelSettings { FromAddress = SecretsWorld.MailUser, Host = "127.0.0.1", Port = server.Port, Encryption = MailEncryption.None, User = SecretsWorld.MailUser };
        var connector = new SmtpConnector(settings, Secret, new ConnectorOptions { AllowedHosts = [$"127.0.0.1:{server.Port}"] });
        var message = new OutgoingMessage(Ids.New(TimeProvider.System), "1@echo.example", "CASE-1", ChannelNames.Email, "somebody@mail.example", "Hello", "Hello", null, [], null, new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero));
        for (var way = 0; way < EchoMail.Ways; way++)
        {
            var result = await connector.SendAsync(message, CancellationToken.None);
            Assert.All(Parts, part => Assert.DoesNotContain(part, $"{result}", StringComparison.OrdinalIgnoreCase));
        }

        Assert.Equal(EchoMail.Ways, server.SignedIn);
    }

    [Theory]
    [InlineData("200 OK")]
    [InlineData("422 Unprocessable")]
    public async Task Send_WebhookSaysOurSigningKey_NothingOfItComesIn(string status)
    {
        await using var server = new EchoServer(_ => EchoServer.Answer(status, $"{{\"detail\": \"wrong key, expected {EchoText.Escaped(Key)}\"}}", headers: [$"X-Receipt: {Key}"]));
        using var clients = new HttpClients(new ConnectorOptions { AllowedHosts = [server.Host] });
        var connector = new WebhookConnector(new ChannelSettings { Url = $"{server.Address}x" }, Key, clients, TimeProvider.System);
        var message = new OutgoingMessage(Ids.New(TimeProvider.System), "1@echo.example", "CASE-1", ChannelNames.Chat, "", "Hello", "Hello", null, [], null, new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.DoesNotContain(Parts[0], $"{await connector.SendAsync(message, CancellationToken.None)}", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IConnector> ConnectAsync(CoreHost host, EchoServer server, EchoDoor door)
    {
        var settings = new HttpSystemSettings { BaseUrl = $"{server.Address}echo", Auth = door.Scheme, RecordTemplate = "/records/{collection}/{id}", IdempotencyHeader = "Idempotency-Key", ReceiptHeader = "X-Receipt" };
        await host.Get<ImportSystem>().ImportAsync(
            TestSystem.Admin, new SystemImport("echo", "Echo", EchoSystem.Document(), settings), CancellationToken.None);
        await host.Get<SetSecret>().SetAsync(TestSystem.Admin, "echo", door.Secret, CancellationToken.None);
        return (await host.Get<IConnectorDirectory>().FindAsync("echo", CancellationToken.None))!;
    }
}
