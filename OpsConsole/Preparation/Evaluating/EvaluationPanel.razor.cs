using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Identity;

namespace OpsConsole.Preparation.Evaluating;

/// <summary>Evaluation sets: running one, comparing who prepared it, and what went wrong in a run.</summary>
public sealed partial class EvaluationPanel(EvaluationStore store, EvaluationShelf shelf, EvaluationGate gate, RunEvaluation run, ClearSetup clear, EvaluationSubjects subjects, CurrentActor current)
{
    private const int MostRuns = 60;

    private List<EvaluationRun>? _runs;
    private IReadOnlyList<EvaluationSubject> _subjects = [];
    private IReadOnlyList<(ModelProvider Provider, EvaluationStanding Standing)> _standings = [];
    private IReadOnlyList<EvaluationResult> _results = [];
    private EvaluationRun? _running;
    private EvaluationRun? _chosen;
    private ModelProvider? _clearing;
    private ErrorText? _refusal;
    private string _set = "";
    private string _subject = "";

    private IReadOnlyList<EvaluationSet> Sets => shelf.Sets;

    private bool CanRun { get; set; }

    /// <summary>Runs of the chosen set with the cases that it has now; others cannot be compared with them.</summary>
    private IReadOnlyList<EvaluationRun> OfSet => shelf.Find(_set) is { } set && set.Digest is var digest
        ? [.. _runs!.Where(one => one.SetId == set.Id && one.SetDigest == digest)] : [];

    protected override async Task OnInitializedAsync()
    {
        Watch([EvaluationStore.Topic, "models"]);
        CanRun = await current.FindAsync(Leaving) is { } actor && actor.May(Permissions.ModelsConfigure);
        _set = Sets.Count > 0 ? Sets[0].Id : "";
        await RefreshAsync([]);
    }

    protected override async Task RefreshAsync(IReadOnlyCollection<Change> changes)
    {
        _runs = await store.ReadRunsAsync(MostRuns, Leaving);
        _subjects = subjects.All;
        _standings = [.. _subjects.OfType<EvaluationSubject.Models>().Where(subject => subject.Provider.IsOn).Select(subject => (subject.Provider, gate.StandingOf(subject.Provider)))];
        _subject = _subjects.Any(subject => subject.Name == _subject) ? _subject : _subjects[0].Name;
        _running = _runs.FirstOrDefault(one => one.State == EvaluationState.Running);
        if (_chosen is { } chosen)
        {
            await ChooseAsync(_runs.FirstOrDefault(one => one.Id == chosen.Id) ?? chosen);
        }
    }

    private async Task ChooseAsync(EvaluationRun chosen)
    {
        _chosen = chosen;
        _results = await store.ReadResultsAsync(chosen.Id, Leaving);
    }

    private async Task RunAsync()
    {
        _refusal = await current.FindAsync(Leaving) is not { } actor ? ErrorText.SignedOut
            : EvaluationErrorText.Of(await run.StartAsync(actor, _set, _subjects.First(subject => subject.Name == _subject), Leaving));
        await RefreshAsync([]);
    }

    private async Task ClearAsync(string reason)
    {
        _refusal = await current.FindAsync(Leaving) is not { } actor ? ErrorText.SignedOut
            : EvaluationErrorText.Of(await clear.RunAsync(actor, _clearing!, reason, Leaving));
        _clearing = null;
        await RefreshAsync([]);
    }

    private async Task CancelAsync()
    {
        if (_running is { } running && await current.FindAsync(Leaving) is { } actor)
        {
            run.Cancel(actor, running.Id);
        }
    }
}
