using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>Starts what is still to be evaluated before a provider may work: the playbooks as its measure, and then the provider.</summary>
public sealed class EvaluateChanges(EvaluationShelf shelf, EvaluationSubjects subjects, EvaluationGate gate, EvaluationStore store, RunEvaluation run)
{
    private const int MostRuns = 500;

    /// <summary>At most one evaluation is started; the next look starts the next.</summary>
    public async Task<bool> SweepAsync(CancellationToken cancellation)
    {
        var waiting = subjects.All.OfType<EvaluationSubject.Models>()
            .FirstOrDefault(subject => subject.Provider.IsOn && gate.StandingOf(subject.Provider) is EvaluationStanding.Waiting);
        if (waiting is null)
        {
            return false;
        }

        var runs = await store.ReadRunsAsync(MostRuns, cancellation);
        foreach (var set in shelf.Sets)
        {
            // A run that a person ended is not begun again by itself; one that ended with the process is.
            var digest = set.Digest;
            foreach (var subject in new EvaluationSubject[] { new EvaluationSubject.Playbook(), waiting })
            {
                var setup = subject is EvaluationSubject.Models models ? models.Setup : "";
                if (!runs.Any(one => one.SetDigest == digest && one.Setup == setup && (one.State == EvaluationState.Finished || (one.State != EvaluationState.Abandoned && setup.Length > 0))))
                {
                    return await run.StartAsync(Actor.Jobs, set.Id, subject, cancellation) is StartEvaluationOutcome.Started;
                }
            }
        }

        return false;
    }
}
