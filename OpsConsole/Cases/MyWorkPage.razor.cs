using System.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using OpsConsole.Controls;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Searching;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Workflow;
using OpsConsole.Identity;

namespace OpsConsole.Cases;

/// <summary>The queue: what waits, most urgent first, live.</summary>
public sealed partial class MyWorkPage(
    CurrentActor current, SearchCases search, CountCases count, TakeNext takeNext, TakeCase takeCase, ICaseTypes types, NavigationManager navigation)
{
    private const int PageSize = 50;

    private readonly QueueRows _rows = new();
    private readonly HashSet<Guid> _selected = [];
    private readonly Dictionary<Guid, string> _results = [];
    private CaseList _list = CaseList.Mine;
    private string _title = "My work";
    private IReadOnlyList<WorkView> _views = [];
    private IReadOnlyList<WorkFilter> _filters = [];
    private IReadOnlyList<CaseType> _types = [];
    private IReadOnlyList<int> _counts = [];
    private Actor? _actor;
    private ErrorText? _refusal;
    private bool _isRead;
    private bool _isReadingMore;
    private bool _isReviewing;

    private IReadOnlyList<CaseRow> SelectedRows => [.. _rows.Shown.Where(row => _selected.Contains(row.Id))];

    private string Shown => _rows.Next is null ? Phrase.Count(_rows.Shown.Count, "case") : $"the first {_rows.Shown.Count}";

    /// <summary>The count of this list and how many of it are at risk; the two come last in the counts.</summary>
    private string Summary => _counts is [.., var all, var atRisk] ? $"{QueueViews.Count(all)} {(all == 1 ? "case" : "cases")}{(atRisk == 0 ? "" : $", {QueueViews.Count(atRisk)} at risk")}" : "";

    protected override async Task OnInitializedAsync()
    {
        Watch(["case"]);
        navigation.LocationChanged += OnLocationChanged;
        await OpenAsync();
    }

    protected override async Task RefreshAsync(IReadOnlyCollection<Change> changes)
    {
        _actor = await current.FindAsync(Leaving);
        _rows.Refresh(await SearchAsync(null, Math.Min(SearchCases.MostRows, _rows.Shown.Count + PageSize)));
        await CountAsync();
    }

    protected override ValueTask LeaveAsync()
    {
        navigation.LocationChanged -= OnLocationChanged;
        return ValueTask.CompletedTask;
    }

    /// <summary>The address is the state: what it says is what is listed.</summary>
    private async Task OpenAsync()
    {
        var query = HttpUtility.ParseQueryString(new Uri(navigation.Uri).Query);
        _list = CaseList.Read(name => query[name]);
        _types = types.All;
        _views = WorkView.All(types);
        _filters = [.. WorkFilter.Of(_list, types)];
        _title = _views.FirstOrDefault(view => view.List with { Order = _list.Order } == _list)?.Name ?? (_list.Filter.Text is null ? "Filtered cases" : "Search");
        _selected.Clear();
        _actor = await current.FindAsync(Leaving);
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        _rows.Replace(await SearchAsync(null, PageSize));
        _isRead = true;
        await CountAsync();
    }

    private async Task ReadMoreAsync()
    {
        _isReadingMore = true;
        _rows.Append(await SearchAsync(_rows.Next, PageSize));
        _isReadingMore = false;
    }

    private Task<CasePage> SearchAsync(CaseCursor? after, int most) => _actor is null
        ? Task.FromResult(new CasePage([], null))
        : search.SearchAsync(_actor, _list.Filter, _list.Order, after, most, Leaving);

    private async Task CountAsync()
    {
        if (_actor is not null)
        {
            var filters = _views.Select(view => view.List.Filter).Append(_list.Filter).Append(_list.Filter with { Clock = CaseClockFilter.AtRisk });
            _counts = await count.CountAsync(_actor, [.. filters], Leaving);
        }
    }

    private void Go(CaseList list) => navigation.NavigateTo(list.Url);

    private void Sort(CaseOrder order) => Go(_list with { Order = order });

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath == OpsUrls.MyWork)
        {
            _ = InvokeAsync(async () =>
            {
                await OpenAsync();
                StateHasChanged();
            });
        }
    }

    private void Select(Guid caseId)
    {
        if (!_selected.Remove(caseId))
        {
            _selected.Add(caseId);
        }
    }

    private void SelectAll(bool all)
    {
        _selected.Clear();
        if (all)
        {
            _selected.UnionWith(_rows.Shown.Select(row => row.Id));
        }
    }

    private async Task TakeNextAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        switch (await takeNext.TakeAsync(actor, _list.Filter.Queue, Leaving))
        {
            case CaseOutcome.Done(var caseId, _):
                navigation.NavigateTo(OpsUrls.Case(caseId));
                break;
            case CaseOutcome.Refused(var error):
                _refusal = CaseErrorText.Of(error);
                break;
        }
    }

    /// <summary>One command for each case, on the version that is shown; each answers for itself.</summary>
    private async Task TakeSelectedAsync()
    {
        foreach (var row in SelectedRows)
        {
            if (await current.FindAsync(Leaving) is { } actor)
            {
                var outcome = await takeCase.TakeAsync(actor, row.Id, row.Version, Leaving);
                _results[row.Id] = outcome is CaseOutcome.Refused(var error) ? CaseErrorText.Of(error).Sentence : "Yours now.";
            }
        }
    }

    private void EndReview()
    {
        _isReviewing = false;
        _results.Clear();
    }

    private string? TypeName(string? typeId) => typeId is null ? null : types.Find(typeId)?.Name ?? typeId;
}
