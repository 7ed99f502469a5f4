using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Tests.Fakes;
using Xunit.Abstractions;

namespace OpsConsole.Tests.Connectors.OpenApi;

/// <summary>A whole outside system that nobody here wrote: import, reads, one effect, its replay, a refusal, a time-out after the effect.</summary>
public sealed class RetailSystemTests(ITestOutputHelper output)
{
    [Fact]
    public async Task RetailSystem_ImportedByItsDocument_DoesWhatItIsAskedOnce()
    {
        if (SharedMaterial.Find("systems", "retail") is not { } folder)
        {
            output.WriteLine("Skipped: ../shared/systems/retail is not here.");
            return;
        }

        using var process = Start(folder, out var baseUrl);
        using var host = new CoreHost(services => services.AddSingleton(new ConnectorOptions { AllowedHosts = [new Uri(baseUrl).Authority] }));
        try
        {
            await WalkAsync(host, baseUrl);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task WalkAsync(CoreHost host, string baseUrl)
    {
        var document = await FetchAsync(host, baseUrl);
        var settings = new HttpSystemSettings
        {
            BaseUrl = baseUrl,
            Auth = ((DocumentResult.Read)ApiReader.Read(document)).Document.Schemes.Single(),
            RecordTemplate = "/records/{collection}/{id}",
            IdempotencyHeader = "Idempotency-Key",
            ReceiptHeader = "X-Effect-Sequence",
            HealthPath = "/health",
        };
        var imported = Assert.IsType<ImportOutcome.Imported>(await host.Get<ImportSystem>().ImportAsync(
            TestSystem.Admin, new SystemImport("retail", "Retail order desk", document, settings), CancellationToken.None));
        Assert.Contains(imported.ActionTypes, type => type is { Id: "retail.cancel_pending_order", Effect: EffectClass.Write, Idempotency: IdempotencySupport.NativeKey });
        Assert.IsType<SecretOutcome.Kept>(await host.Get<SetSecret>().SetAsync(TestSystem.Admin, "retail", "retail-demo-key", CancellationToken.None));
        var retail = (await host.Get<IConnectorDirectory>().FindAsync("retail", CancellationToken.None))!;
        Assert.IsType<ConnectorResult.Done>(await retail.CheckAsync(CancellationToken.None));

        var page = Assert.IsType<ConnectorResult.Done>(await TestSystem.InvokeAsync(retail, "list_orders", """{"limit": 1000}"""));
        var pending = page.Body!["items"]!.AsArray().Where(item => (string?)item!["record"]!["status"] == "pending").Select(item => (string)item!["id"]!).Take(2).ToList();
        var before = await ReadAsync(retail, pending[0]);
        var cancel = new JsonObject { ["order_id"] = pending[0], ["reason"] = "no longer needed" }.ToJsonString();
        var first = Assert.IsType<ConnectorResult.Done>(await TestSystem.InvokeAsync(retail, "cancel_pending_order", cancel, "k-1"));
        var again = Assert.IsType<ConnectorResult.Done>(await TestSystem.InvokeAsync(retail, "cancel_pending_order", cancel, "k-1"));
        Assert.Equal((first.Receipt, false, true), (again.Receipt, first.Replayed, again.Replayed));
        Assert.NotEqual(before.Version, (await ReadAsync(retail, pending[0])).Version);
        Assert.Equal("order_not_pending", Assert.IsType<ConnectorResult.Refused>(await TestSystem.InvokeAsync(retail, "cancel_pending_order", cancel, "k-2")).Code);
    }

    private static async Task<string> FetchAsync(CoreHost host, string baseUrl)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{baseUrl}/openapi.json");
        request.Headers.Add("X-Api-Key", "retail-demo-key");
        using var answer = await host.Get<HttpClients>().Client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<SystemRecord> ReadAsync(IConnector retail, string id) =>
        Assert.IsType<RecordResult.Found>(await retail.ReadRecordAsync(new RecordRef("retail", "orders", id), CancellationToken.None)).Record;

    private static Process Start(string folder, out string baseUrl)
    {
        var process = Process.Start(new ProcessStartInfo("python3", ["serve.py", "--port", "0"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        baseUrl = process.StandardOutput.ReadLine()!.Split(": ")[^1].Trim();
        return process;
    }
}
