namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>Who can be evaluated now.</summary>
public sealed class EvaluationSubjects
{
    /// <summary>The playbooks first: they are always there, and everything else is held against them.</summary>
    public Task<IReadOnlyList<EvaluationSubject>> ReadAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<EvaluationSubject>>([new EvaluationSubject.Playbook()]);
}
