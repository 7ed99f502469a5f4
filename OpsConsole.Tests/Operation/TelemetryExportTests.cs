using System.Collections.Concurrent;
using System.Diagnostics;
using OpsConsole.Bench.Secrets;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Operation;

namespace OpsConsole.Tests.Operation;

public sealed class TelemetryExportTests
{
    [Fact]
    public async Task Start_AnswerWithAHeaderThatIsNone_TracesTellKindAndPlaceAndNotItsWords()
    {
        const string Words = "words of another system";
        await using var server = new EchoServer(_ => $"HTTP/1.1 200 OK\r\n{Words}\r\n\r\n");
        using var clients = new HttpClients(new ConnectorOptions { AllowedHosts = [server.Host] });
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var export = new TelemetryExport(new Uri("http://127.0.0.1:1"));
        await export.StartAsync(CancellationToken.None);
        try
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => clients.Client.GetAsync(server.Address));
        }
        finally
        {
            await export.StopAsync(CancellationToken.None);
        }

        var told = ended.Where(activity => $"{activity.GetTagItem("server.port")}" == $"{server.Address.Port}").SelectMany(activity => activity.Events).SelectMany(one => one.Tags).ToList();
        Assert.Contains(told, tag => tag.Key == "exception.type" && $"{tag.Value}".EndsWith(nameof(HttpRequestException), StringComparison.Ordinal));
        Assert.Contains(told, tag => tag.Key == "exception.stacktrace" && $"{tag.Value}".Contains("SendAsync", StringComparison.Ordinal));
        Assert.DoesNotContain(told, tag => $"{tag.Value}".Contains(Words, StringComparison.Ordinal));
    }
}
