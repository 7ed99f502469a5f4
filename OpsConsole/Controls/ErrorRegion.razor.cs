using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Controls;

/// <summary>Keeps a fault to one region: the page around it lives on, and the reference shown stands in one log entry.</summary>
public sealed partial class ErrorRegion(ILogger<ErrorRegion> log, TimeProvider clock)
{
    private string _reference = "";

    /// <summary>What the region shows, to begin the sentence with.</summary>
    [Parameter, EditorRequired]
    public required string What { get; set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = $"ERR-{Ids.New(clock).ToString("N")[^8..].ToUpperInvariant()}";
        log.LogError(exception, "{Reference}: {Region} could not be shown", _reference, What);
        return Task.CompletedTask;
    }
}
