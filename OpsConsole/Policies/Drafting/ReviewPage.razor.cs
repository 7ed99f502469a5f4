using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OpsConsole.Controls;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Identity;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Policies.Drafting;

/// <summary>
/// What the second person sees before a draft comes into force: what changes, what it would have done with the past, its tests, and what
/// the checks say. What is published is the text that is on this page.
/// </summary>
public sealed partial class ReviewPage(PolicyCommands commands, PolicyDesk desk, ReplayPolicy replay, CurrentActor current, NavigationManager navigation, TimeProvider clock)
{
    private DraftView? _view;
    private PolicyDetail? _detail;
    private PolicyDiff? _diff;
    private PolicySheet? _sheet;
    private SheetGrid? _grid;
    private SheetMarks _marks = SheetMarks.None;
    private JudgedDraft? _judged;
    private CheckedDraft? _checked;
    private DraftReplay? _replay;
    private LatestWork<JudgedDraft, CheckedDraft>? _checking;
    private IReadOnlyList<DraftSummary> _drafts = [];
    private IReadOnlyList<PolicyTestResult>? _results;
    private PolicyUse? _use;
    private ErrorText? _refusal;
    private ErrorText? _dialogRefusal;
    private Asks _asks;
    private int _days = 90;
    private int? _row;
    private bool _isRead;
    private bool _isBusy;
    private bool _isNarrow;
    private bool _maySee;

    private enum Asks
    {
        /// <summary>Nothing.</summary>
        Nothing,

        /// <summary>Whether to put it in force.</summary>
        Publish,

        /// <summary>Why to send it back.</summary>
        SendBack,
    }

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Parameter]
    public required string Id { get; set; }

    [SupplyParameterFromQuery(Name = "draft")]
    private Guid? DraftId { get; set; }

    private string Word => _view!.Summary.State switch
    {
        DraftState.Working => "being written",
        DraftState.InReview => "in review",
        DraftState.Published => "published",
        DraftState.Discarded => "given up",
    };

    private SaveState Stored => new SaveState.Saved(_view!.Summary.EditedAt);

    private int Failing => _results?.Count(result => !result.Passes) ?? 0;

    private IReadOnlyList<string> RuleIds => [.. _view!.Document.Rules.Select(rule => rule.Id)];

    private string DiffSub => _diff is null ? "" : $"{_diff.CountRules(DiffKind.Added)} new, {_diff.CountRules(DiffKind.Changed)} changed, {_diff.CountRules(DiffKind.Removed)} removed";

    private IReadOnlyList<FindingLine>? Lines => _checked is null || _judged is null ? null : new FindingLines(_sheet!, _judged, _checked, [], _results).Read(GoAsync);

    protected override void OnInitialized()
    {
        Watch([PolicyLedger.Topic], change => change.Key == Id);
        _checking = new LatestWork<JudgedDraft, CheckedDraft>(CheckedDraft.Of, ShowChecked, DispatchExceptionAsync);
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    protected override async ValueTask LeaveAsync()
    {
        if (_replay is not null)
        {
            await _replay.DisposeAsync();
        }
    }

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _maySee = actor.May(Permissions.PoliciesChange) || actor.May(Permissions.PoliciesPublish) || actor.May(Permissions.AuditView);
        _detail = await desk.Policies.FindAsync(actor, Id, null, Leaving);
        _drafts = [.. (await desk.Drafts.ListAsync(actor, Leaving)).Where(draft => draft.PolicyId == Id)];
        var id = DraftId ?? _drafts.FirstOrDefault(draft => draft.State == DraftState.InReview)?.Id;
        var view = id is { } known ? await desk.Drafts.FindAsync(actor, known, Leaving) : null;
        var isOther = view is not null && (_view is null || !DocumentJson.Same(view.Document, _view.Document));
        (_view, _isRead) = (view, true);
        if (isOther)
        {
            await ShowAsync(actor, view!);
        }
    }

    private async Task ShowAsync(Actor actor, DraftView view)
    {
        _sheet = new PolicySheet(view.Document);
        _diff = view.Before is null ? null : PolicyDiff.Compare(view.Before, view.Document);
        _judged = JudgedDraft.Of(view.Document, view.Summary.BasedOn + 1);
        _results = _judged is { Faults.Count: 0, Policy: { } policy } ? TestRun.Of(policy) : null;
        (_checked, _marks) = (null, new SheetMarks(view.Faults, view.Before, new HashSet<string>(), new HashSet<int>()));
        _checking!.Ask(_judged);
        _replay ??= new DraftReplay(replay, ShowSoon, clock);
        _use = await desk.Decisions.UseAsync(actor, Id, view.Document.ActionTypes, clock.GetUtcNow().AddDays(-90), Leaving);
        if (_judged.Policy is not null && view.ReviewRefusal is null)
        {
            _ = ReplayAsync(_days);
        }
    }

    private void ShowChecked(JudgedDraft judged, CheckedDraft found)
    {
        if (ReferenceEquals(judged, _judged))
        {
            _checked = found;
            _marks = new SheetMarks(_view!.Faults, _view.Before, new HashSet<string>(), found.Dead);
            StateHasChanged();
        }
    }

    private void ShowSoon() => _ = InvokeAsync(StateHasChanged);

    private Task GoAsync(SheetCell cell) => _grid is null ? Task.CompletedTask : _grid.GoAsync(cell);

    private async Task ReplayAsync(int days)
    {
        if (_judged?.Policy is not null && await current.FindAsync(Leaving) is { } actor)
        {
            await _replay!.RunAsync(actor, _judged.Policy.Document, days);
        }
    }

    private async Task PublishAsync()
    {
        _isBusy = true;
        var report = _replay?.Report is { } found && ReferenceEquals(_replay.Judged, _judged?.Policy?.Document) ? ReplayExport.ToJson(found) : null;
        switch (await commands.PublishAsync(_view!.Summary.Id, _view.Summary.Digest, report, Leaving))
        {
            case ReviewOutcome.Published:
                navigation.NavigateTo(OpsUrls.Policy(Id));
                break;
            case ReviewOutcome.Refused refused:
                _dialogRefusal = PolicyErrorText.Of(refused.Refusal);
                break;
            default:
                _dialogRefusal = ErrorText.SignedOut;
                break;
        }

        _isBusy = false;
    }

    private async Task SendBackAsync(string comment)
    {
        _isBusy = true;
        switch (await commands.SendBackAsync(_view!.Summary.Id, _view.Summary.Digest, comment, Leaving))
        {
            case ReviewOutcome.SentBack:
                Close();
                await ReadAsync();
                break;
            case ReviewOutcome.Refused refused:
                _dialogRefusal = PolicyErrorText.Of(refused.Refusal);
                break;
            default:
                _dialogRefusal = ErrorText.SignedOut;
                break;
        }

        _isBusy = false;
    }

    private void Close() => (_asks, _dialogRefusal) = (Asks.Nothing, null);

    private async Task ExportAsync()
    {
        var outcome = ExportPolicy.Write(_view!.Document, PolicyFormat.Dmn);
        _refusal = outcome is ExportOutcome.Refused refused ? PolicyErrorText.Of(refused.Refusal) : null;
        if (outcome is ExportOutcome.Exported file)
        {
            await Download.SaveAsync(Script, Assets["js/download.js"], file.FileName, "application/xml", file.Text);
        }
    }

    private Task ExportReplayAsync(string format) => format == "csv"
        ? Download.SaveAsync(Script, Assets["js/download.js"], $"replay-{Id}.csv", "text/csv", ReplayExport.ToCsv(_replay!.Report!))
        : Download.SaveAsync(Script, Assets["js/download.js"], $"replay-{Id}.json", "application/json", ReplayExport.ToJson(_replay!.Report!));
}
