using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Policies;

namespace OpsConsole.Components.Layout;

/// <summary>The red line above every page while policies let nothing through, or less than they should.</summary>
public sealed partial class FailClosed
{
    [Inject]
    private IPolicies Policies { get; set; } = null!;

    protected override void OnInitialized() => Watch([PoliciesInForce.InForceTopic]);

    /// <summary>What is in force is held in memory: the render after this reads it.</summary>
    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => Task.CompletedTask;
}
