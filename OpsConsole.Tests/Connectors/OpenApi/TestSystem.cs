using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Identity;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Connectors.OpenApi;

/// <summary>A real HTTP server on a free port that answers as the test says, and a console that is connected to it.</summary>
public sealed class TestSystem : IAsyncDisposable
{
    public const string Secret = "canary-5f1e7c-secret";

    public static readonly Actor Admin = new(ActorKind.Person, "p-1", "Ines Carvalho", [Roles.Admin]);

    private readonly WebApplication _server;
    private readonly CoreHost _host;

    private TestSystem(WebApplication server)
    {
        _server = server;
        BaseUrl = server.Urls.Single();
        _host = new CoreHost(services => services.AddSingleton(new ConnectorOptions { AllowedHosts = [new Uri(BaseUrl).Authority] }));
    }

    public string BaseUrl { get; }

    public CoreHost Host => _host;

    /// <summary>Every request as <c>METHOD /path?query</c>, its body and its headers.</summary>
    public List<(string Line, string Body, Dictionary<string, string> Headers)> Requests { get; } = [];

    public static async Task<TestSystem> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        TestSystem? system = null;
        server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            system!.Requests.Add(($"{context.Request.Method} {context.Request.Path.ToUriComponent()}{context.Request.QueryString}", body, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            await answer(context);
        });
        await server.StartAsync();
        return system = new TestSystem(server);
    }

    public async Task<IConnector> ConnectAsync(string document, Func<HttpSystemSettings, HttpSystemSettings>? change = null)
    {
        var settings = new HttpSystemSettings
        {
            BaseUrl = BaseUrl,
            Auth = new AuthScheme("key", AuthKind.HeaderKey, "X-Api-Key"),
            RecordTemplate = "/records/{collection}/{id}",
            IdempotencyHeader = "Idempotency-Key",
            ReceiptHeader = "X-Effect-Sequence",
            HealthPath = "/health",
            TimeoutSeconds = 20,
        };
        Assert.IsType<ImportOutcome.Imported>(await _host.Get<ImportSystem>().ImportAsync(
            Admin, new SystemImport("shop", "Shop", document, change?.Invoke(settings) ?? settings), CancellationToken.None));
        Assert.IsType<SecretOutcome.Kept>(await _host.Get<SetSecret>().SetAsync(Admin, "shop", Secret, CancellationToken.None));
        return (await _host.Get<IConnectorDirectory>().FindAsync("shop", CancellationToken.None))!;
    }

    public static Task<ConnectorResult> InvokeAsync(IConnector connector, string operation, string arguments, string? key = null) =>
        connector.InvokeAsync(new ConnectorCall(operation, JsonNode.Parse(arguments)!.AsObject(), key), CancellationToken.None);

    public Task StopAsync() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _host.Dispose();
    }
}
