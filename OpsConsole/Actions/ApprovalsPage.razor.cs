using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Identity;

namespace OpsConsole.Actions;

/// <summary>What waits for this person by role, in groups of one action type and rule. A link opens an approval; it never gives one.</summary>
public sealed partial class ApprovalsPage(CurrentActor current, ReadApprovals approvals, ReadActions actions)
{
    private const int PageSize = 25;

    private readonly Dictionary<string, int> _sizes = [];
    private readonly HashSet<Guid> _selected = [];
    private Actor? _actor;
    private IReadOnlyList<ApprovalSection> _sections = [];
    private ActionView? _chosen;
    private IReadOnlyDictionary<long, DecisionTrace> _traces = ActionTraces.None;
    private IReadOnlyList<ActionView>? _reviewed;
    private bool _isLoaded;

    /// <summary>The action whose detail is open.</summary>
    [SupplyParameterFromQuery]
    private Guid? Action { get; set; }

    [Inject]
    private ActionCommands Commands { get; set; } = null!;

    [Inject]
    private ActionTraces Traces { get; set; } = null!;

    [Inject]
    private ApprovalOptions Options { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<ActionView> Rows => [.. _sections.SelectMany(section => section.Rows)];

    /// <summary>All of one group, because selecting in another group begins anew.</summary>
    private IReadOnlyList<ActionView> Selection => [.. Rows.Where(view => _selected.Contains(view.Action.Id))];

    private string Summary => !_isLoaded || _sections.Count == 0
        ? ""
        : $"{_sections.Sum(section => section.Group.Count)} wait for you, {string.Join(" and ", Stakes)} at stake, oldest {Phrase.Span(Clock.GetUtcNow() - Rows.Min(view => view.Action.ProposedAt))}";

    private IEnumerable<string> Stakes => _sections.Where(section => section.Group.Amount > 0).GroupBy(section => section.Group.Currency)
        .Select(group => Phrase.Money(group.Sum(section => section.Group.Amount), group.Key)).DefaultIfEmpty("no money");

    private string Place => _sections.FirstOrDefault(section => section.Rows.Any(view => view.Action.Id == _chosen?.Action.Id)) is { } section
        ? $"{section.Rows.TakeWhile(view => view.Action.Id != _chosen!.Action.Id).Count() + 1} of {section.Group.Count} in this group"
        : "Decided, or not yours";

    protected override void OnInitialized() => Watch(["action"]);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private static string Sum(IReadOnlyList<ActionView> chosen) => Phrase.Money(chosen.Sum(view => view.Action.Amount), chosen[0].Action.Currency);

    private async Task ReadAsync()
    {
        _actor = await current.FindAsync(Leaving);
        if (_actor is null)
        {
            return;
        }

        var sections = new List<ApprovalSection>();
        foreach (var group in await approvals.GroupsAsync(_actor, Leaving))
        {
            var section = new ApprovalSection(group, [], false);
            var page = await approvals.PageAsync(_actor, group, after: null, _sizes.GetValueOrDefault(section.Key, PageSize), Leaving);
            sections.Add(section with { Rows = page.Items, HasMore = page.Next is not null });
        }

        _sections = sections;
        _selected.IntersectWith(Rows.Select(view => view.Action.Id));
        var chosen = Action is { } id ? await actions.FindAsync(_actor, id, Leaving) : Rows.Count > 0 ? Rows[0] : null;
        _traces = await Traces.OfAsync(_actor, chosen is null ? [] : [chosen], Leaving);
        (_chosen, _isLoaded) = (chosen, true);
    }

    private void Select((ApprovalSection Section, ActionView View) row)
    {
        if (_selected.Remove(row.View.Action.Id))
        {
            return;
        }

        _selected.IntersectWith(row.Section.Rows.Select(view => view.Action.Id));
        _selected.Add(row.View.Action.Id);
    }

    private Task MoreAsync(ApprovalSection section)
    {
        _sizes[section.Key] = section.Rows.Count + PageSize;
        return ReadAsync();
    }

    private Task EndReviewAsync()
    {
        _reviewed = null;
        _selected.Clear();
        return ReadAsync();
    }
}
