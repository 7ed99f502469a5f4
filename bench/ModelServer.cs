using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace OpsConsole.Bench;

/// <summary>A server of chat completions by somebody else, fetched by npm into a folder of its own and run on 127.0.0.1; it ends with the run.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    public const string Package = "@dwmkerr/mock-llm@0.1.29";

    /// <summary>The largest answer: express refuses a larger configuration over HTTP, a file has no such limit.</summary>
    private const int Megabyte = 1024 * 1024;

    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly string _folder;

    private ModelServer(Process process, string folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Null, with a line that says why, when there is no npm or no node, or the package cannot be had.</summary>
    public static async Task<ModelServer?> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("opsconsole-model-server-").FullName;
        try
        {
            await InstallAsync(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "rules.json"), Rules().ToJsonString());
            var port = FreePort();
            var server = new ModelServer(Start(folder, port), folder, new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"));
            await server.IsReadyAsync();
            return server;
        }
        catch (Exception missing) when (missing is Win32Exception or InvalidOperationException)
        {
            Console.WriteLine($"The server from npm is left out: {missing.Message}");
            Directory.Delete(folder, recursive: true);
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task InstallAsync(string folder)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", $"install --prefix \"{folder}\" --no-audit --no-fund --ignore-scripts --loglevel error {Package}")
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = await npm.StandardError.ReadToEndAsync();
        await output;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ended with {npm.ExitCode.ToString(CultureInfo.InvariantCulture)}: {errors.Trim()}");
        }
    }

    private static Process Start(string folder, int port)
    {
        var start = new ProcessStartInfo("node", $"\"{Path.Combine(folder, "node_modules", "@dwmkerr", "mock-llm", "dist", "main.js")}\" --config \"{Path.Combine(folder, "rules.json")}\"")
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["HOST"] = "127.0.0.1";
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var process = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");

        // Whatever it says has to be read, else it stops when the pipe is full.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task IsReadyAsync()
    {
        using var http = BenchHttp.Make(Address);
        var started = Stopwatch.StartNew();
        while (started.Elapsed < StartWithin && !_process.HasExited)
        {
            try
            {
                if ((await http.GetAsync(new Uri("/ready", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }

        throw new InvalidOperationException("it did not start in time");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The last rule that matches decides; each but the first is chosen by the name of the model that is asked.</summary>
    private static JsonObject Rules() => new()
    {
        ["streaming"] = new JsonObject { ["chunkSize"] = 1000, ["chunkIntervalMs"] = 20 },
        ["rules"] = new JsonArray(
            Rule("@", 200, Content("You can be heard.")),
            Rule("body.model == 'json'", 200, Content("""{\"refund\":true}""")),
            Rule("body.model == 'malformed'", 200, Content("Sure, I would refund it.")),
            Rule("body.model == 'wrong-schema'", 200, Content("""{\"refund\":\"yes\"}""")),
            Rule("body.model == 'repaired'", 200, Content("Sure.")),
            Rule("body.model == 'repaired' && length(body.messages) > `1`", 200, Content("""{\"refund\":true}""")),
            Rule("body.model == 'large'", 200, Content(new string('x', Megabyte))),
            Rule("body.model == 'slow'", 200, Content(new string('x', 250_000))),
            Rule("body.model == 'limited'", 429, Error("Rate limit reached", "rate_limit_exceeded")),
            Rule("body.model == 'failing'", 500, Error("The server had an error", "server_error")),
            Rule("body.model == 'key'", 401, Error("Incorrect API key provided", "invalid_api_key")),
            Rule("body.model == 'no-chat'", 200, "this is no JSON")),
    };

    private static JsonObject Rule(string match, int status, string content) => new()
    {
        ["path"] = "/v1/chat/completions", ["match"] = match, ["response"] = new JsonObject { ["status"] = status, ["content"] = content },
    };

    private static string Content(string escaped) =>
        $$"""{"id":"chatcmpl-1","object":"chat.completion","created":1790000000,"model":"{{"{{jmes request body.model}}"}}","choices":[{"index":0,"message":{"role":"assistant","content":"{{escaped}}"},"finish_reason":"stop"}]}""";

    private static string Error(string message, string code) => new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["code"] = code } }.ToJsonString();
}
