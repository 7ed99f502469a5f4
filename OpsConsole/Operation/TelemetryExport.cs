using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using OpsConsole.Core.Foundation.Telemetry;

namespace OpsConsole.Operation;

/// <summary>
/// Sends traces and figures over OTLP while the process runs. Registered only when <c>Telemetry:Endpoint</c> (or the standard variable
/// OTEL_EXPORTER_OTLP_ENDPOINT) names where to; without it nothing is collected and nothing leaves the machine. Of exceptions it tells kind
/// and place and not the message: that may quote what another system wrote, our own secret included.
/// </summary>
public sealed class TelemetryExport(Uri endpoint) : IHostedService, IDisposable
{
    /// <summary>ASP.NET Core and HttpClient report under these names themselves.</summary>
    private static readonly string[] Sources = [OpsTelemetry.Name, "Microsoft.AspNetCore", "System.Net.Http"];
    private static readonly string[] Meters = [OpsTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Components", "System.Net.Http", "System.Runtime"];

    private ActivityListener? _exceptions;
    private TracerProvider? _traces;
    private MeterProvider? _figures;

    public static Uri? EndpointOf(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Telemetry:Endpoint"] ?? configuration["OTEL_EXPORTER_OTLP_ENDPOINT"], UriKind.Absolute, out var endpoint) ? endpoint : null;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _exceptions = new ActivityListener { ShouldListenTo = source => Sources.Contains(source.Name), ExceptionRecorder = Record };
        ActivitySource.AddActivityListener(_exceptions);
        var resource = ResourceBuilder.CreateDefault().AddService(OpsTelemetry.Name, serviceVersion: ProcessFacts.Version);
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter(Aim).Build();
        _figures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(Aim).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _exceptions?.Dispose();
        _figures?.Dispose();
    }

    /// <summary>What is told here is not told again by the runtime, which would take the message and, with the stack, the message once more.</summary>
    private static void Record(Activity activity, Exception exception, ref TagList tags)
    {
        tags.Add("exception.message", exception is HttpRequestException { HttpRequestError: var error } ? error.ToString() : "");
        tags.Add("exception.stacktrace", exception.StackTrace ?? "");
    }

    private void Aim(OtlpExporterOptions options) => options.Endpoint = endpoint;
}
