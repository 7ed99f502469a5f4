using System.Globalization;
using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Core.Workflow;
using OpsConsole.Identity;

namespace OpsConsole.Models;

/// <summary>Which models may be asked, for how much, about what, and what was asked. The filter and the exchange that is shown stand in the address.</summary>
public sealed partial class AiPage(ReadModels read, ReadExchanges readExchanges, ModelCommands commands, ICaseTypes types, EvaluationStore evaluations, CurrentActor current, NavigationManager navigation)
{
    private const string ExchangeName = "exchange";
    private const string BeforeName = "before";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private ModelsView? _view;
    private IReadOnlyList<ExchangeView> _exchanges = [];
    private IReadOnlySet<Guid> _rooms = new HashSet<Guid>();
    private ExchangeView? _exchange;
    private ErrorText? _refusal;
    private ErrorText? _dialogRefusal;
    private ProviderDraft? _draft;
    private CaseType? _type;
    private TestCall? _test;
    private CancellationTokenSource? _testing;
    private Opened _opened;
    private bool _mayChange;
    private string? _provider;
    private string? _outcome;
    private string? _prompt;

    private enum Opened
    {
        /// <summary>No dialog.</summary>
        None,

        /// <summary>A provider is added or changed.</summary>
        Provider,

        /// <summary>The budgets are changed.</summary>
        Budgets,

        /// <summary>Where cases of one type may be sent is changed.</summary>
        Allowance,
    }

    [SupplyParameterFromQuery(Name = "provider")]
    private string? Provider { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")]
    private string? Outcome { get; set; }

    [SupplyParameterFromQuery(Name = "prompt")]
    private string? Prompt { get; set; }

    [SupplyParameterFromQuery(Name = BeforeName)]
    private long? Before { get; set; }

    [SupplyParameterFromQuery(Name = ExchangeName)]
    private Guid? ExchangeId { get; set; }

    private bool IsNarrowed => Provider is not null || Outcome is not null || Prompt is not null || Before is not null;

    private string Summary => _view!.Providers.Count(view => view.Provider.IsOn) switch
    {
        0 => "No model is asked; the playbook prepares",
        var on => $"{Phrase.Count(on, "provider")} on, {ModelLook.Money(_view.TodayCost, _view.Limits.Currency)} today",
    };

    protected override void OnInitialized() => Watch(["models"]);

    protected override Task OnParametersSetAsync()
    {
        (_provider, _outcome, _prompt) = (Provider ?? "", Outcome ?? "", Prompt);
        return ReadAsync();
    }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    protected override ValueTask LeaveAsync()
    {
        _testing?.Cancel();
        return ValueTask.CompletedTask;
    }

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        var outcome = Enum.TryParse<ExchangeOutcome>(Outcome, out var parsed) ? parsed : (ExchangeOutcome?)null;
        var view = await read.ReadAsync(actor, Leaving);
        var exchanges = await readExchanges.SearchAsync(actor, new ExchangeFilter(Provider, string.IsNullOrWhiteSpace(Prompt) ? null : Prompt, outcome, Before), Leaving);
        var exchange = ExchangeId is { } id ? await readExchanges.FindAsync(actor, id, Leaving) : null;
        var rooms = await evaluations.RoomsAmongAsync([.. exchanges.Select(row => row.CaseId).OfType<Guid>().Distinct()], Leaving);
        (_mayChange, _view, _exchanges, _exchange, _rooms) = (actor.May(Permissions.ModelsConfigure), view, exchanges, exchange, rooms);
    }

    private void Open(Opened what) => (_opened, _dialogRefusal, _refusal) = (what, null, null);

    private void Close() => (_opened, _dialogRefusal, _draft, _type) = (Opened.None, null, null, null);

    private void Add()
    {
        _draft = ProviderDraft.New();
        Open(Opened.Provider);
    }

    private void Change(ModelProvider provider)
    {
        _draft = ProviderDraft.Of(provider);
        Open(Opened.Provider);
    }

    private void Allow(CaseType type)
    {
        _type = type;
        Open(Opened.Allowance);
    }

    private Task SaveAsync() => InDialogAsync(commands.SaveAsync(_draft!.ToProvider(), _draft.IsNew, _draft.Key, Leaving));

    private Task RemoveAsync() => InDialogAsync(commands.RemoveAsync(_draft!.Name, Leaving));

    private Task LimitAsync(ModelLimits limits) => InDialogAsync(commands.LimitAsync(limits, Leaving));

    private Task AllowAsync(WantedAllowance wanted) => InDialogAsync(commands.AllowAsync(wanted, Leaving));

    private async Task MoveUpAsync(ModelProvider provider)
    {
        _refusal = await commands.MoveUpAsync(provider.Name, Leaving);
        await ReadAsync();
    }

    /// <summary>A refusal stays in the dialog, a success closes it.</summary>
    private async Task InDialogAsync(Task<ErrorText?> change)
    {
        _dialogRefusal = await change;
        if (_dialogRefusal is null)
        {
            Close();
            await ReadAsync();
        }
    }

    private async Task TestAsync(ModelProvider provider)
    {
        EndTest();
        var role = provider.CarefulModel is null ? ModelRole.Fast : ModelRole.Careful;
        _refusal = null;
        _test = new TestCall(provider.Name, role, "", null);
        using var testing = CancellationTokenSource.CreateLinkedTokenSource(Leaving);
        _testing = testing;
        var said = "";
        try
        {
            var calling = commands.TestAsync(provider.Name, role, text => said = text, testing.Token);
            while (await Task.WhenAny(calling, Task.Delay(Pause, testing.Token)) != calling)
            {
                testing.Token.ThrowIfCancellationRequested();
                _test = _test with { Said = said };
                StateHasChanged();
            }

            (var report, _refusal) = await calling;
            _test = _refusal is null ? _test with { Said = said, Report = report } : null;
            await ReadAsync();
        }
        catch (OperationCanceledException) when (testing.IsCancellationRequested)
        {
            // Stopped by the person, or the page was left.
        }
        finally
        {
            _testing = _testing == testing ? null : _testing;
        }
    }

    private void EndTest()
    {
        _testing?.Cancel();
        (_testing, _test) = (null, null);
    }

    private void Search() => navigation.NavigateTo(Here(("provider", _provider), ("outcome", _outcome), ("prompt", _prompt), (BeforeName, null), (ExchangeName, null)));

    /// <summary>This page with some members of its query changed.</summary>
    private string Here(params (string Name, string? Value)[] changed)
    {
        var members = new Dictionary<string, string?>
        {
            ["provider"] = Provider, ["outcome"] = Outcome, ["prompt"] = Prompt, [BeforeName] = Plain(Before), [ExchangeName] = ExchangeId?.ToString(),
        };
        foreach (var (name, value) in changed)
        {
            members[name] = value;
        }

        return OpsUrls.With(OpsUrls.Ai, members.Select(member => (member.Key, member.Value)));
    }

    private static string? Plain(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
