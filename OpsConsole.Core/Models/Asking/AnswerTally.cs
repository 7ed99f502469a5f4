using System.Collections.Concurrent;

namespace OpsConsole.Core.Models.Asking;

/// <summary>Which cases somebody had to say something about and did not: for judging a provider, in whose place the playbooks then prepared them.</summary>
internal sealed class AnswerTally
{
    private readonly ConcurrentDictionary<Guid, string?> _unanswered = new();

    /// <summary>That a provider may not see a case is no failure of it.</summary>
    public void Count(ModelRequest request, ModelAnswer answer)
    {
        if (request.CaseId is not { } caseId)
        {
            return;
        }

        switch (answer)
        {
            case ModelAnswer.Answered:
                _unanswered[caseId] = null;
                break;
            case ModelAnswer.Unanswered { Fault: not (ModelFault.NotAllowed or ModelFault.NotConfigured) } unanswered:
                _unanswered.TryAdd(caseId, unanswered.Sentence);
                break;
        }
    }

    /// <summary>Why nothing at all was answered about a case; null when something was, or nothing was asked.</summary>
    public string? WhyUnanswered(Guid caseId) => _unanswered.GetValueOrDefault(caseId);
}
