using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpsConsole.Bench.Secrets;

/// <summary>The console as an operator runs it: its own program as a process of its own on a free port, as talkative as it can be; every line it writes is kept.</summary>
internal sealed class ConsoleProcess : IAsyncDisposable
{
    private static readonly IReadOnlyList<string> Categories = ["Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Hosting.Lifetime", "System", "Quartz", "OpsConsole"];

    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private ConsoleProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public IEnumerable<string> Lines => _lines;

    public int Count => _lines.Count;

    /// <summary>What logs say when every category says everything.</summary>
    public static IEnumerable<string> Talkative => Categories.Select(category => $"--Logging:LogLevel:{category}=Trace");

    public static async Task<ConsoleProcess> StartAsync(string program, IEnumerable<string> settings, string telemetry)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", address.ToString(), .. settings, .. Talkative, "--Logging:Console:FormatterOptions:IncludeScopes=true", $"--Telemetry:Endpoint={telemetry}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        (start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"], start.Environment["OTEL_METRIC_EXPORT_INTERVAL"], start.Environment["OTEL_BSP_SCHEDULE_DELAY"]) = ("http/protobuf", "1000", "500");
        var console = new ConsoleProcess(Process.Start(start) ?? throw new InvalidOperationException("The console does not start."), address);
        await console.IsReadyAsync();
        return console;
    }

    /// <summary>Waits for what somebody has to do in the meantime.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan most)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < most && !await condition();)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Ends it as an operator would, so that it can say what it has left to say.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task IsReadyAsync()
    {
        using var http = BenchHttp.Make(Address);
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < StartWithin && !_process.HasExited; await Task.Delay(TimeSpan.FromMilliseconds(100)))
        {
            try
            {
                if ((await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        throw new InvalidOperationException($"The console does not start:\n{string.Join('\n', _lines.TakeLast(20))}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
