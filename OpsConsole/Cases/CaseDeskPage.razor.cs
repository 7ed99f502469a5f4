using Microsoft.AspNetCore.Components;
using OpsConsole.Actions;
using OpsConsole.Controls;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Core.Preparation.Context;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Core.Workflow;
using OpsConsole.Identity;

namespace OpsConsole.Cases;

/// <summary>One case: what was said, what is known, what to do. Follows every change of it.</summary>
public sealed partial class CaseDeskPage(CurrentActor current, ReadCase cases, ReadActions actions, ReadStages stages, ListColleagues colleagues)
{
    private Actor? _actor;
    private CaseView? _view;
    private IReadOnlyList<ActionView> _actions = [];
    private IReadOnlyDictionary<long, DecisionTrace> _traces = ActionTraces.None;
    private IReadOnlyList<PreparationStage> _stages = [];
    private IReadOnlyList<Colleague> _colleagues = [];
    private CaseReplies _replies = CaseReplies.None;
    private CaseContext _context = CaseContext.None;
    private IReadOnlyList<ExchangeView> _asked = [];
    private ExchangeView? _exchange;
    private long? _mergeInto;
    private ErrorText? _refusal;
    private CaseChoice? _dialog;
    private bool _isLoaded;
    private bool _isBusy;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Which pane a phone shows.</summary>
    [SupplyParameterFromQuery]
    private string? Pane { get; set; }

    /// <summary>The question to a model that is shown with its answer.</summary>
    [SupplyParameterFromQuery(Name = "exchange")]
    private Guid? ExchangeId { get; set; }

    [Inject]
    private ReadExchanges Exchanges { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ICaseTypes CaseTypes { get; set; } = null!;

    [Inject]
    private CaseCommands Commands { get; set; } = null!;

    [Inject]
    private ReplyCommands ReplyCommands { get; set; } = null!;

    [Inject]
    private ReadReplies Replies { get; set; } = null!;

    [Inject]
    private ReadCaseContext Contexts { get; set; } = null!;

    [Inject]
    private CaseHold Hold { get; set; } = null!;

    [Inject]
    private ActionCommands ActionCommands { get; set; } = null!;

    [Inject]
    private ActionTraces Traces { get; set; } = null!;

    [Inject]
    private ApprovalOptions Options { get; set; } = null!;

    private bool MayWork => _actor!.May(Permissions.CasesWork) && _view!.Case.Stage != CaseStage.Closed;

    private string OpenPane => Pane is "briefing" or "talk" ? Pane : "decide";

    protected override void OnInitialized() => Watch(["case"], change => change.Key == Id.ToString());

    /// <summary>What resolving the case takes back.</summary>
    private string? Undecided => _actions.Count(view => view.Action.State == ActionState.AwaitingApproval) is var count and > 0
        ? $"{Phrase.Count(count, "recommended action")} that nobody has decided {(count == 1 ? "is" : "are")} withdrawn with it." : null;

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Case.Id != Id)
        {
            (_view, _refusal, _dialog, _isLoaded) = (null, null, null, false);
            await ReadAsync();
        }

        if (_exchange?.Id != ExchangeId)
        {
            _exchange = ExchangeId is { } id && _actor is not null ? await Exchanges.FindAsync(_actor, Id, id, Leaving) : null;
        }
    }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        _actor = await current.FindAsync(Leaving);
        if (_actor is not null)
        {
            var view = await cases.ReadAsync(_actor, Id, Leaving);
            (_replies, _context) = view is null
                ? (CaseReplies.None, CaseContext.None)
                : (await Replies.ReadAsync(_actor, view, Leaving), await Contexts.ReadAsync(_actor, Id, Leaving));
            _view = view;
            var shown = await actions.OfCaseAsync(_actor, Id, Leaving);
            (_actions, _traces) = (shown, await Traces.OfAsync(_actor, shown, Leaving));
            _stages = await stages.OfCaseAsync(_actor, Id, Leaving);
            _asked = _stages is [var first, ..] ? await Exchanges.ListAsync(_actor, Id, first.Run, Leaving) : [];
        }

        _isLoaded = true;
    }

    private async Task ChooseAsync(CaseChoice choice)
    {
        switch (choice)
        {
            case CaseChoice.HandOff:
                _colleagues = await colleagues.ListAsync(_actor!, Leaving);
                _dialog = choice;
                break;
            case CaseChoice.Merge:
                OfferMerge(null);
                break;
            case CaseChoice.Resolve or CaseChoice.Reopen:
                _dialog = choice;
                break;
            case CaseChoice.Take:
                await RunAsync(seen => Hold.TakeAsync(seen, CancellationToken.None));
                break;
            case CaseChoice.Release:
                await RunAsync(seen => Hold.ReleaseAsync(seen, CancellationToken.None));
                break;
            case CaseChoice.Accept:
                await RunAsync(seen => Hold.AcceptAsync(seen, CancellationToken.None));
                break;
            case CaseChoice.Decline:
                await RunAsync(seen => Hold.DeclineAsync(seen, CancellationToken.None));
                break;
            case CaseChoice.Wait:
                await RunAsync(seen => Commands.WaitAsync(seen, CancellationToken.None));
                break;
        }
    }

    private Task HandOffAsync((Colleague To, string Note) offer) =>
        RunAsync(seen => Hold.OfferAsync(seen, new Assignee(offer.To.Id, offer.To.Name), offer.Note, CancellationToken.None));

    private Task PickTypeAsync(string caseTypeId) => RunAsync(seen => Commands.PickTypeAsync(seen, caseTypeId, CancellationToken.None));

    /// <summary>One command at a time. It is not tied to the page: whoever pressed and then left has pressed.</summary>
    private async Task RunAsync(Func<Case, Task<ErrorText?>> command)
    {
        if (_isBusy)
        {
            return;
        }

        (_dialog, _isBusy) = (null, true);
        try
        {
            _refusal = await command(_view!.Case);
            await ReadAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }

    private void OfferMerge(long? into) => (_mergeInto, _dialog) = (into, CaseChoice.Merge);

    private void CloseDialog() => _dialog = null;

    /// <summary>This page with an exchange shown, or with none.</summary>
    private string Here(Guid? exchange) => OpsUrls.With(OpsUrls.Case(Id), ("pane", Pane), ("exchange", exchange?.ToString()));

    private string PaneUrl(string pane) => OpsUrls.With(OpsUrls.Case(Id), ("pane", pane));

    private string? Current(string pane) => pane == OpenPane ? "page" : null;

    private string Shown(string pane) => pane == OpenPane ? "is-shown" : "";
}
