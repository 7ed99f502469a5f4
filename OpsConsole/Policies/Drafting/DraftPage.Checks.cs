using System.Globalization;
using OpsConsole.Controls;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Core.Policies.Judging;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Policies.Drafting;

/// <summary>What is known about the draft as it stands: faults, findings, tests, and what it says to the example.</summary>
public sealed partial class DraftPage
{
    private const int UseDays = 90;
    private const int Offered = 25;

    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);
    private LatestWork<PolicyDocument, JudgedDraft>? _judging;
    private LatestWork<JudgedDraft, CheckedDraft>? _checking;
    private JudgedDraft? _judged;
    private CheckedDraft? _checked;
    private SheetMarks _marks = SheetMarks.None;
    private IReadOnlyList<PolicyTestResult>? _results;
    private IReadOnlyList<DecisionRecord> _recent = [];
    private DecisionWithInput? _example;
    private ExplainedTable? _now;
    private ExplainedTable? _present;
    private PolicyUse? _use;
    private bool _areDecisionsRead;
    private int _changed;

    private IReadOnlyList<PolicyFault> Faults => _judged?.Faults ?? [];

    private IReadOnlyList<string> RuleIds => [.. _sheet!.Document.Rules.Select(rule => rule.Id)];

    /// <summary>The document that can be judged by: without its faulty rows.</summary>
    private PolicyDocument? Runnable => _judged?.Policy?.Document;

    private IReadOnlyList<FindingLine>? Lines => _judged is null ? null : new FindingLines(_sheet!, _judged, _checked, _accepted, _results).All(GoAsync, ChangedAsync, ShowSoon);

    /// <summary>Why it cannot be submitted now; null when nothing is known against it.</summary>
    private string? Stops =>
        _judged is null ? "The draft is being read."
        : Faults.Count > 0 ? $"{Phrase.Count(Faults.Count, "error stops", "errors stop")} publishing"
        : _sheet!.Document.Tests.Count == 0 ? "It needs at least one test"
        : _results?.Count(result => !result.Passes) is > 0 and var failing ? $"{Phrase.Count(failing, "test fails", "tests fail")}"
        : null;

    private string FindingsSub => Stops is { } stops && _judged is not null ? stops : _checked is null && _judged?.Policy is not null ? "looking for gaps and overlaps…" : "nothing stops publishing";

    private void StartChecks()
    {
        _judging = new LatestWork<PolicyDocument, JudgedDraft>(document => JudgedDraft.Of(document, (_view?.Summary.BasedOn ?? 0) + 1), ShowJudged, DispatchExceptionAsync);
        _checking = new LatestWork<JudgedDraft, CheckedDraft>(CheckedDraft.Of, ShowChecked, DispatchExceptionAsync);
    }

    private void Judge() => _judging!.Ask(_sheet!.Document);

    private void ShowJudged(PolicyDocument document, JudgedDraft judged)
    {
        if (_sheet is null || !ReferenceEquals(document, _sheet.Document))
        {
            return;
        }

        _judged = judged;
        _results = judged is { Faults.Count: 0, Policy: { } policy } ? TestRun.Of(policy) : null;
        _changed = _view?.Newest is { } newest ? _sheet.Document.Rules.Count(rule => new SheetMarks([], newest, new HashSet<string>(), new HashSet<int>()).MarkOf(rule, document) != RowMark.Same) : 0;
        Explain();
        _checking!.Ask(judged);
        StateHasChanged();
    }

    private void ShowChecked(JudgedDraft judged, CheckedDraft found)
    {
        if (ReferenceEquals(judged, _judged))
        {
            _checked = found;
            Mark();
            StateHasChanged();
        }
    }

    /// <summary>Asks the draft, and the version in force, about the example.</summary>
    private void Explain()
    {
        _now = Explain(_judged?.Policy);
        _present = Explain(_detail?.Summary.Policy);
        Mark();
    }

    private ExplainedTable? Explain(Policy? policy) => policy is null || _example?.Input is not { } input
        ? null
        : PolicyEngine.Explain(new PolicySet([policy], []), _example.Record.ActionTypeId, input).Tables is [var table, ..] ? table : null;

    private void Mark()
    {
        var fired = (_now?.Rows ?? []).Where(row => row.State != RowState.RuledOut).Select(row => row.RuleId).ToHashSet(StringComparer.Ordinal);
        var dead = _checked is { } found && ReferenceEquals(found.Judged, _judged) ? found.Dead : new HashSet<int>();
        _marks = new SheetMarks(Faults, _view?.Before, fired, dead);
    }

    private StatusLook? LookOf(string rule) => _sheet!.Document.Rules.FirstOrDefault(row => row.Id == rule) is { } found ? VerdictLook.Look(found) : null;

    private string? Says(PolicyTest test) =>
        _judged?.Policy is { } policy && System.Text.Json.Nodes.JsonNode.Parse(test.InputJson) is System.Text.Json.Nodes.JsonObject input && TestRun.Judge(policy, input) is var said
            ? $"{VerdictLook.Look(said.Verdict switch { Verdict.Allow => "allow", Verdict.Deny => "deny", _ => "require-approval" }, said.ApproverRole).Word.ToLowerInvariant()} ({string.Join(", ", said.Hits.Select(hit => hit.RuleId))})"
            : null;

    /// <summary>Goes to the cell that a finding is about.</summary>
    private async Task GoAsync(SheetCell cell)
    {
        _sheet!.Go(cell);
        if (_grid is not null)
        {
            await _grid.GoAsync(cell);
        }
        else if (_isNarrow)
        {
            OpenActive();
        }
    }

    private async Task ReadDecisionsAsync()
    {
        if (_sheet is null || await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        var types = _sheet.Document.ActionTypes;
        _recent = (await desk.Decisions.RecentAsync(actor, types, null, Offered, Leaving)).Items;
        _use = await desk.Decisions.UseAsync(actor, Id, types, clock.GetUtcNow().AddDays(-UseDays), Leaving);
        _areDecisionsRead = true;
        await ReadExampleAsync(actor);
    }

    /// <summary>The past decision to look at: the one asked for, or else the newest.</summary>
    private long? Example => ExampleId ?? (_recent is [var newest, ..] ? newest.Id : null);

    private async Task ReadExampleAsync()
    {
        if (_sheet is not null && Example != _example?.Record.Id && await current.FindAsync(Leaving) is { } actor)
        {
            await ReadExampleAsync(actor);
        }
    }

    private async Task ReadExampleAsync(Actor actor)
    {
        _example = Example is { } id ? await desk.Decisions.FindAsync(actor, id, Leaving) : null;
        if (_example is not null && _recent.All(record => record.Id != _example.Record.Id))
        {
            _recent = [_example.Record, .. _recent];
        }

        Explain();
    }

    private void ChooseExample(long id) => navigation.NavigateTo(Url(Tab, id), replace: true);

    private Task ReplayAsync(int days) => Runnable is { } document ? ReplayAsync(document, days) : Task.CompletedTask;

    private async Task ReplayAsync(PolicyDocument document, int days)
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            await _replay!.RunAsync(actor, document, days);
        }
    }

    private Task ExportReplayAsync(string format) => format == "csv"
        ? SaveFileAsync(string.Create(CultureInfo.InvariantCulture, $"replay-{Id}.csv"), "text/csv", ReplayExport.ToCsv(_replay!.Report!))
        : SaveFileAsync(string.Create(CultureInfo.InvariantCulture, $"replay-{Id}.json"), "application/json", ReplayExport.ToJson(_replay!.Report!));
}
