using System.Globalization;
using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Sandbox;

namespace OpsConsole.Connectors;

/// <summary>The faults of the sandbox that are on, and a form for another.</summary>
public sealed partial class FaultPanel
{
    private SandboxFaultKind _kind = SandboxFaultKind.TimeoutAfterCommit;
    private string _operation = "*";
    private int? _times = 1;
    private int _percent = 100;
    private int _milliseconds = 2000;

    [Parameter, EditorRequired]
    public required IReadOnlyList<SandboxFault> Faults { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SystemOperation> Operations { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>All faults that are to be on.</summary>
    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<SandboxFault>> OnSwitch { get; set; }

    private Task AddAsync() => OnSwitch.InvokeAsync([.. Faults, new SandboxFault(
        _kind, _operation, _kind == SandboxFaultKind.Latency ? Math.Clamp(_milliseconds, 1, 60_000) : 0, _times is > 0 ? _times : null, Math.Clamp(_percent, 1, 100) / 100.0)]);

    private static string Words(SandboxFault fault)
    {
        var where = fault.Operation switch { "*" => "every call", "records" => "reading records", var operation => operation };
        var late = fault.Kind == SandboxFaultKind.Latency ? string.Create(CultureInfo.InvariantCulture, $" of {fault.Milliseconds} ms") : "";
        var times = fault.Times is { } left ? string.Create(CultureInfo.InvariantCulture, $", {left} more") : "";
        var share = fault.Probability < 1 ? $", {ConnectorLook.Percent(fault.Probability)} of calls" : "";
        return $"{Name(fault.Kind)}{late} on {where}{times}{share}";
    }

    private static string Name(SandboxFaultKind kind) => kind switch
    {
        SandboxFaultKind.Latency => "Late answer",
        SandboxFaultKind.Refusal => "Refusal",
        SandboxFaultKind.Down => "Down",
        SandboxFaultKind.TimeoutAfterCommit => "Silence after the effect",
        SandboxFaultKind.StaleRead => "Stale reads",
    };
}
