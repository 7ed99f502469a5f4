using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Bench;

/// <summary>The outside system as a process of its own on a free port; it ends with the run.</summary>
internal sealed class RetailSystem : IAsyncDisposable
{
    public const string Id = "retail";
    public const string ApiKey = "retail-demo-key";

    private readonly Process _process;

    private RetailSystem(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Http = BenchHttp.Make(address);
        Http.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
    }

    public Uri Address { get; }

    /// <summary>For the test paths and the effect log; the console has a connection of its own.</summary>
    public HttpClient Http { get; }

    public static async Task<RetailSystem> StartAsync(string folder)
    {
        var process = Process.Start(new ProcessStartInfo("python3", ["serve.py", "--port", "0"])
        {
            WorkingDirectory = Path.GetFullPath(folder),
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("python3 does not start.");
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The outside system did not start.");
        return new RetailSystem(process, new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()));
    }

    public async Task ResetAsync() => (await Http.PostAsync(new Uri("/_test/reset", UriKind.Relative), null)).EnsureSuccessStatusCode();

    public async Task<string> StateHashAsync()
    {
        var answer = await Http.GetFromJsonAsync<JsonObject>(new Uri("/_test/state-hash", UriKind.Relative));
        return answer!.Select(member => member.Value).OfType<JsonValue>().Select(value => value.ToString()).Single(text => text.Length == 64);
    }

    public async Task<IReadOnlyList<JsonObject>> EffectsAsync()
    {
        var text = await Http.GetStringAsync(new Uri("/effects?after=0", UriKind.Relative));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
