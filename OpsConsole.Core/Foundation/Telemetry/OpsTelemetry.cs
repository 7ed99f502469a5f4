using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OpsConsole.Core.Foundation.Telemetry;

/// <summary>The names under which this process reports traces and figures. They cost next to nothing while nobody listens.</summary>
public static class OpsTelemetry
{
    public const string Name = "OpsConsole";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> AuditEntries = Meter.CreateCounter<long>("opsconsole.audit.entries", description: "Rows appended to the audit log, by event and outcome.");
}
