using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Cases.Replying;

public sealed class WebhookTests
{
    private const string Key = "a signing key";

    [Fact]
    public async Task Deliver_ByWebhook_IsSignedWithItsTimeAndCarriesTheThread()
    {
        using var sink = new WebhookSink();
        await using var desk = await DeskAsync(sink);
        var id = await desk.SentAsync("Hello");
        await desk.DeliverAsync();
        Assert.Equal((DeliveryState.Sent, "R-1"), ((await desk.DeliveryAsync(id)).State, (await desk.DeliveryAsync(id)).Receipt));
        var (headers, body) = Assert.Single(sink.Taken);
        Assert.Equal(WebhookConnector.Sign(Key, desk.Host.Clock.GetUtcNow(), body), headers[WebhookConnector.SignatureHeader]);
        Assert.Equal(id.ToString(), headers["Idempotency-Key"]);
        var json = JsonNode.Parse(body)!;
        Assert.Equal(("t-1", "first@mail.example", "Hello"), ((string)json["thread_id"]!, (string)json["in_reply_to"]!, (string)json["text"]!));
    }

    [Theory]
    [InlineData(503, "Retrying", true)]
    [InlineData(429, "Retrying", true)]
    [InlineData(401, "Retrying", false)]
    [InlineData(422, "Refused", false)]
    [InlineData(500, "Unknown", false)]
    public async Task Deliver_ByWebhook_EachAnswerHasItsState(int status, string state, bool retryAfter)
    {
        using var sink = new WebhookSink { Status = status, SaysWhen = retryAfter };
        await using var desk = await DeskAsync(sink);
        var id = await desk.SentAsync();
        await desk.DeliverAsync();
        Assert.Equal(state, (await desk.DeliveryAsync(id)).State.ToString());
    }

    [Fact]
    public async Task Deliver_ByWebhookWithoutAKey_SendsNothing()
    {
        using var sink = new WebhookSink();
        await using var desk = await ReplyDesk.OpenAsync(ChannelConnectorKind.Webhook, new ChannelSettings { Url = sink.Address });
        await desk.SentAsync();
        await desk.DeliverAsync();
        Assert.Empty(sink.Taken);
    }

    [Fact]
    public async Task Channels_TheSecret_IsInNoViewAndNotReadableInStorage()
    {
        using var sink = new WebhookSink();
        await using var desk = await DeskAsync(sink);
        var shown = Assert.Single((await desk.Host.Get<ListChannels>().ListAsync(ReplyDesk.Admin, CancellationToken.None))!.Connectors);
        Assert.NotNull(shown.SecretSetAt);
        Assert.DoesNotContain(Key, shown.ToString(), StringComparison.Ordinal);
        var files = Directory.GetFiles(Path.GetDirectoryName(desk.Outbox)!, "opsconsole.db*").Select(Read);
        Assert.DoesNotContain(files, text => text.Contains(Key, StringComparison.Ordinal));
    }

    private static Task<ReplyDesk> DeskAsync(WebhookSink sink) => ReplyDesk.OpenAsync(ChannelConnectorKind.Webhook, new ChannelSettings { Url = sink.Address, TimeoutSeconds = 2 }, Key);

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    /// <summary>A small HTTP server on 127.0.0.1 that keeps what it was given.</summary>
    private sealed class WebhookSink : IDisposable
    {
        private readonly HttpListener _listener = new();

        public WebhookSink()
        {
            Address = Listen();
            _ = ServeAsync();
        }

        public string Address { get; }

        public int Status { get; init; } = 200;

        public bool SaysWhen { get; init; }

        public List<(Dictionary<string, string> Headers, string Body)> Taken { get; } = [];

        public void Dispose() => _listener.Close();

        /// <summary>The listener cannot be told to find a free port by itself.</summary>
        private string Listen()
        {
            var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
            free.Stop();
            _listener.Prefixes.Add(address);
            _listener.Start();
            return address;
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                    Taken.Add((context.Request.Headers.AllKeys.OfType<string>().ToDictionary(name => name, name => context.Request.Headers[name]!), await reader.ReadToEndAsync()));
                    context.Response.StatusCode = Status;
                    context.Response.Headers["X-Receipt"] = "R-1";
                    if (SaysWhen)
                    {
                        context.Response.Headers["Retry-After"] = "2";
                    }

                    context.Response.Close();
                }
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
            }
        }
    }
}
