using Microsoft.AspNetCore.Components;
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
/// A draft of a policy as a table, with all that helps to write it: what is wrong with it, an example judged as it is typed, a replay over
/// the past, its tests, and the way to a second person. What is typed is stored by itself.
/// </summary>
public sealed partial class DraftPage(PolicyCommands commands, PolicyDesk desk, RunPolicyTests tests, ReplayPolicy replay, CurrentActor current, NavigationManager navigation, TimeProvider clock)
{
    private DraftView? _view;
    private PolicyDetail? _detail;
    private IReadOnlyList<DraftSummary> _drafts = [];
    private PolicySheet? _sheet;
    private SheetGrid? _grid;
    private SheetFoot? _foot;
    private DraftSaving? _saving;
    private DraftReplay? _replay;
    private Overlay? _overlay;
    private IReadOnlyList<CompletionWord> _words = [];
    private ErrorText? _refusal;
    private ErrorText? _dialogRefusal;
    private string? _said;
    private (string, Guid?)? _loaded;
    private int _days = 90;
    private bool _isRead;
    private bool _maySee;
    private bool _mayWrite;
    private bool _isNarrow;
    private bool _isBusy;

    [Parameter]
    public required string Id { get; set; }

    [SupplyParameterFromQuery(Name = "draft")]
    private Guid? DraftId { get; set; }

    /// <summary>The part that is shown: the rules, or <c>tests</c>.</summary>
    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    /// <summary>The past decision that the draft is tried on.</summary>
    [SupplyParameterFromQuery(Name = "example")]
    private long? ExampleId { get; set; }

    private bool IsTests => Tab == "tests";

    private bool CanEdit => _view is { MayEdit: true };

    private string Standing => _detail is null
        ? "not in force yet"
        : $"v{_detail.Summary.Version} in force, governs {RuleLook.Governs(_sheet!.Document.ActionTypes)}";

    private IReadOnlyList<TabLink> TabLinks =>
    [
        new("Rules", Url(null, ExampleId), !IsTests, _sheet!.Rows),
        new("Tests", Url("tests", ExampleId), IsTests, _sheet.Document.Tests.Count),
    ];

    protected override void OnInitialized()
    {
        Watch([PolicyLedger.Topic], change => change.Key == Id);
        StartChecks();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != (Id, DraftId))
        {
            _loaded = (Id, DraftId);
            await LoadAsync();
        }

        await ReadExampleAsync();
    }

    protected override async Task RefreshAsync(IReadOnlyCollection<Change> changes)
    {
        if (_view is null || await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        var isOurs = _saving!.HasUnsaved;
        await ReadAroundAsync(actor);
        if (await desk.Drafts.FindAsync(actor, _view.Summary.Id, Leaving) is not { } view)
        {
            return;
        }

        // What this page is just storing comes back as a change as well; what somebody else stored meanwhile shows when it is refused.
        if (!isOurs && !_saving.HasUnsaved && view.Summary.Revision != _saving.Revision)
        {
            _saving.Start(view.Summary.Revision, view.Summary.EditedAt);
            if (!DocumentJson.Same(view.Document, _sheet!.Document))
            {
                _sheet.Load(view.Document);
                _said = $"{view.Summary.EditedByName} saved; this is the text as it is now.";
                Judge();
            }
        }

        _view = view;
    }

    protected override async ValueTask LeaveAsync()
    {
        if (_replay is not null)
        {
            await _replay.DisposeAsync();
        }

        if (_saving is not null)
        {
            await _saving.DisposeAsync();
        }
    }

    private async Task LoadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _mayWrite = actor.May(Permissions.PoliciesChange);
        _maySee = _mayWrite || actor.May(Permissions.PoliciesPublish) || actor.May(Permissions.AuditView);
        await ReadAroundAsync(actor);
        var id = DraftId ?? _drafts.OrderByDescending(draft => draft.State == DraftState.Working && draft.Editors.Any(editor => editor.Id == actor.Id)).FirstOrDefault()?.Id;
        var view = id is { } known ? await desk.Drafts.FindAsync(actor, known, Leaving) : null;
        await ShowAsync(view);
        _isRead = true;
    }

    private async Task ReadAroundAsync(Actor actor)
    {
        _detail = await desk.Policies.FindAsync(actor, Id, null, Leaving);
        _drafts = [.. (await desk.Drafts.ListAsync(actor, Leaving)).Where(draft => draft.PolicyId == Id)];
    }

    private async Task ShowAsync(DraftView? view)
    {
        if (_saving is not null)
        {
            await _saving.DisposeAsync();
        }

        await (_replay?.CancelAsync() ?? Task.CompletedTask);
        _view = view;
        if (view is null)
        {
            _sheet = null;
            return;
        }

        var id = view.Summary.Id;
        _saving = new DraftSaving((document, revision, cancellation) => commands.SaveAsync(id, revision, document, cancellation), ShowSoon, clock);
        _replay = new DraftReplay(replay, ShowSoon, clock);
        _sheet = new PolicySheet(view.Document);
        _saving.Start(view.Summary.Revision, view.Summary.EditedAt);
        _words = desk.Words(_sheet.Document);
        Judge();
        await ReadDecisionsAsync();
    }

    private void ShowFoot() => _foot?.Show();

    private void ShowSoon() => _ = InvokeAsync(StateHasChanged);

    private string Url(string? tab, long? example) => OpsUrls.With(
        OpsUrls.PolicyDraft(Id).Split('?')[0], ("draft", DraftId?.ToString()), ("tab", tab), ("example", example?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
