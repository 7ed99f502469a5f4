using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Tests.Architecture;

namespace OpsConsole.Tests.Fakes;

/// <summary>The retail order desk of the shared material, started as a process of its own on a free port, spoken to without any of our connectors.</summary>
public sealed class RetailDesk : IConnector, IConnectorDirectory, IDisposable
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "..", "shared", "systems", "retail");

    private readonly Process _process;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());
    private readonly Uri _address;

    private RetailDesk(Process process, Uri address)
    {
        _process = process;
        _address = address;
    }

    /// <summary>Why tests that need it are skipped; null when it is there.</summary>
    public static string? Missing => File.Exists(Path.Combine(Folder, "serve.py")) ? null : "the shared retail system is not beside the repository";

    public string SystemId => "retail";

    public static string Data(string file) => Path.Combine(Folder, "data", file);

    public static IEnumerable<JsonObject> Lines(string file) => File.ReadLines(Data(file)).Select(line => JsonNode.Parse(line)!.AsObject());

    public static async Task<RetailDesk> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("python3", ["serve.py", "--port", "0"]) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The retail system did not start.");
        var address = line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('/', ',', '.');
        return new RetailDesk(process, new Uri(address));
    }

    public Task ResetAsync() => SendAsync(HttpMethod.Post, "/_test/reset", null, CancellationToken.None);

    public Task<IConnector?> FindAsync(string systemId, CancellationToken cancellation) => Task.FromResult<IConnector?>(systemId == SystemId ? this : null);

    public async Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, $"/ops/{call.Operation}", call.Arguments, cancellation);
        return status == 200
            ? new ConnectorResult.Done(body, null)
            : new ConnectorResult.Refused((string?)body?["code"] ?? status.ToString(CultureInfo.InvariantCulture), (string?)body?["detail"] ?? "");
    }

    public async Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, $"/records/{record.Collection}/{Uri.EscapeDataString(record.Id)}", null, cancellation);
        return status == 200 ? new RecordResult.Found(new SystemRecord(record, "-", DateTimeOffset.UnixEpoch, body!.AsObject())) : new RecordResult.NotFound();
    }

    public Task<ConnectorResult> CheckAsync(CancellationToken cancellation) => Task.FromResult<ConnectorResult>(new ConnectorResult.Done(null, null));

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _http.Dispose();
    }

    private async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(_address, path));
        request.Headers.Add("X-Api-Key", "retail-demo-key");
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(body?.ToJsonString() ?? "{}", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using var response = await _http.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
    }
}
