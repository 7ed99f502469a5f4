using System.Collections.Concurrent;
using OpsConsole.Core.Foundation.Live;

namespace OpsConsole.Core.Models;

/// <summary>What a model is saying at this moment.</summary>
public sealed record LiveAnswer(string Prompt, string Model, string Text);

/// <summary>
/// Answers while they are being given, by case, for whoever looks at it. In memory only: what counts is the exchange that is stored when
/// an answer has ended. Each change is announced under <see cref="Topic"/> with the case's id.
/// </summary>
public sealed class LiveAnswers(ChangeFeed feed)
{
    public const string Topic = "answer";

    private readonly ConcurrentDictionary<Guid, LiveAnswer> _answers = new();

    public LiveAnswer? Find(Guid caseId) => _answers.GetValueOrDefault(caseId);

    internal void Say(Guid caseId, LiveAnswer answer)
    {
        _answers[caseId] = answer;
        feed.Publish(new Change(Topic, caseId.ToString()));
    }

    internal void End(Guid caseId)
    {
        if (_answers.TryRemove(caseId, out _))
        {
            feed.Publish(new Change(Topic, caseId.ToString()));
        }
    }
}
