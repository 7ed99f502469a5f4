using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OpsConsole.Controls;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Identity;
using OpsConsole.Policies.Drafting;

namespace OpsConsole.Policies;

/// <summary>One policy's decision table; from an action, the version that judged it, with the rows that fired and the values that met them.</summary>
public sealed partial class PolicyPage(PolicyDesk desk, PolicyCommands commands, ReadActions actions, CurrentActor current, TimeProvider clock)
{
    private const int UseDays = 90;

    private PolicyDetail? _detail;
    private ActionView? _view;
    private IReadOnlyList<RuleHit> _hits = [];
    private PolicyUse? _use;
    private ErrorText? _refusal;
    private ErrorText? _dialogRefusal;
    private string? _actorId;
    private Asks _asks;
    private bool _isRead;
    private bool _mayWrite;
    private bool _mayRetire;

    private enum Asks
    {
        /// <summary>Nothing.</summary>
        Nothing,

        /// <summary>Why it should end.</summary>
        Retire,

        /// <summary>Whether it really ends.</summary>
        Confirm,

        /// <summary>Whether it stays.</summary>
        Decline,
    }

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

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

    private bool IsInForce => _detail is null || _detail.Version.Version == _detail.Summary.Version;

    private IReadOnlyList<string> RuleIds => [.. (_detail?.Shown?.Rules ?? []).Select(rule => rule.Id)];

    protected override void OnInitialized() => Watch([PolicyLedger.Topic, "action"], change => change.Topic == PolicyLedger.Topic ? change.Key == Id : change.Key == ActionId?.ToString());

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _actorId = actor.Id;
        _mayWrite = actor.May(Permissions.PoliciesChange);
        _mayRetire = _mayWrite || actor.May(Permissions.PoliciesPublish);
        var view = ActionId is { } action ? await actions.FindAsync(actor, action, Leaving) : null;
        var hits = view?.Verdict.Hits.Where(hit => hit.PolicyId == Id).ToList() ?? [];
        var version = Version ?? (hits.Count > 0 ? hits[0].PolicyVersion : null);
        var detail = await desk.Policies.FindAsync(actor, Id, version, Leaving);
        var ofThisVersion = hits.Where(hit => hit.PolicyVersion == detail?.Version.Version).ToList();
        (_view, _hits, _detail, _isRead) = (view, ofThisVersion, detail, true);
        _use = detail?.Shown is { } shown ? await desk.Decisions.UseAsync(actor, Id, shown.Governs, clock.GetUtcNow().AddDays(-UseDays), Leaving) : null;
    }

    private void Close() => (_asks, _dialogRefusal) = (Asks.Nothing, null);

    private async Task AskToRetireAsync(string reason) => Note(await commands.AskToRetireAsync(Id, _detail!.History[0].Version, reason, Leaving));

    private async Task ConfirmAsync() => Note(await commands.ConfirmRetirementAsync(_detail!.Summary.Retirement!.Id, _detail.OnlyHere, Leaving));

    private async Task DeclineAsync(string remark) => Note(await commands.DeclineRetirementAsync(_detail!.Summary.Retirement!.Id, remark, Leaving));

    private void Note(RetireOutcome? outcome)
    {
        switch (outcome)
        {
            case null:
                _dialogRefusal = ErrorText.SignedOut;
                break;
            case RetireOutcome.Refused refused:
                _dialogRefusal = PolicyErrorText.Of(refused.Refusal);
                break;
            default:
                Close();
                break;
        }
    }

    private async Task ExportAsync()
    {
        var outcome = await commands.ExportAsync(Id, _detail!.Version.Version, Leaving);
        _refusal = outcome switch { null => ErrorText.SignedOut, ExportOutcome.Refused refused => PolicyErrorText.Of(refused.Refusal), _ => null };
        if (outcome is ExportOutcome.Exported file)
        {
            await Download.SaveAsync(Script, Assets["js/download.js"], string.Create(CultureInfo.InvariantCulture, $"{Id}-v{_detail.Version.Version}.dmn"), "application/xml", file.Text);
        }
    }
}
