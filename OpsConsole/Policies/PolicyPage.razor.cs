using System.Globalization;
using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Policies;
using OpsConsole.Identity;

namespace OpsConsole.Policies;

/// <summary>One policy's decision table; from an action, the version that judged it, with the rows that fired and the values that met them.</summary>
public sealed partial class PolicyPage(ReadPolicies read, ReadActions actions, CurrentActor current)
{
    private PolicyDetail? _detail;
    private ActionView? _view;
    private IReadOnlyList<RuleHit> _hits = [];
    private bool _isRead;

    [Parameter]
    public required string Id { get; set; }

    /// <summary>The action whose verdict is looked at.</summary>
    [SupplyParameterFromQuery(Name = "action")]
    private Guid? ActionId { get; set; }

    /// <summary>The row to show.</summary>
    [SupplyParameterFromQuery(Name = "hit")]
    private string? Hit { get; set; }

    [SupplyParameterFromQuery(Name = "version")]
    private int? Version { get; set; }

    private bool IsInForce => _detail is null || _detail.Version.Version == _detail.History[0].Version;

    protected override void OnInitialized() => Watch(["policy", "action"], change => change.Topic == "policy" ? change.Key == Id : change.Key == ActionId?.ToString());

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        var view = ActionId is { } action ? await actions.FindAsync(actor, action, Leaving) : null;
        var hits = view?.Verdict.Hits.Where(hit => hit.PolicyId == Id).ToList() ?? [];
        var version = Version ?? (hits.Count > 0 ? hits[0].PolicyVersion : null);
        var detail = await read.FindAsync(actor, Id, version, Leaving);
        var ofThisVersion = hits.Where(hit => hit.PolicyVersion == detail?.Version.Version).ToList();
        (_view, _hits, _detail, _isRead) = (view, ofThisVersion, detail, true);
    }

    private string VersionUrl(int version) => OpsUrls.With(OpsUrls.Policy(Id), ("version", version.ToString(CultureInfo.InvariantCulture)));
}
