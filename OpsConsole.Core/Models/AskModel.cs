using System.Text.RegularExpressions;
using OpsConsole.Core.Models.Asking;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;

namespace OpsConsole.Core.Models;

/// <summary>
/// The one way to a model. Asks the providers of a role in their order, those only that the case's type may be sent to, until one has
/// answered. Every text is covered by the request's veil before it leaves and uncovered when it is back; what a question can cost is
/// reserved before it is sent; each try is kept. It does not throw for what the other side does, and passes cancellation on.
/// </summary>
public sealed class AskModel
{
    private const string Add = "An administrator can add one under AI.";
    private const string NotEvaluated = "The model has not passed its evaluation as it is set up now. An administrator sees how far it is under AI.";

    private readonly IChatClients _clients;
    private readonly ModelSettings _settings;
    private readonly RestingProviders _ask;
    private readonly LiveAnswers _live;
    private readonly IModelGate? _gate;
    private readonly RecordedAnswers? _recorded;
    private readonly AnswerTally? _tally;

    /// <param name="gate">Null when whoever asks is to know a provider before it may work.</param>
    /// <param name="recorded">Answers in the place of all providers; null when somebody is asked.</param>
    /// <param name="tally">Counts who answered about which case; null when nobody wants to know.</param>
    internal AskModel(
        IChatClients clients, ModelSettings settings, RestingProviders ask, LiveAnswers live, IModelGate? gate, RecordedAnswers? recorded = null, AnswerTally? tally = null) =>
        (_clients, _settings, _ask, _live, _gate, _recorded, _tally) = (clients, settings, ask, live, gate, recorded, tally);

    /// <summary>The same way with one provider at its end, on whether or not it is switched on: what is evaluated is to be known before it is used.</summary>
    internal AskModel Only(ModelProvider provider, AnswerTally? tally = null) => new(new OnlyProvider(provider, _clients), _settings, _ask, _live, gate: null, tally: tally);

    /// <summary>The same way with nobody at its end: what was answered in an earlier evaluation is said again. Nothing is sent, spent or kept.</summary>
    internal AskModel From(RecordedAnswers recorded) => new(_clients, _settings, _ask, _live, gate: null, recorded);

    /// <summary>Whether somebody could be asked at all; what a stage does without a model it does then.</summary>
    /// <param name="role">What is to be asked for.</param>
    /// <param name="caseType">Null while the type is not known.</param>
    public bool IsPossible(ModelRole role, string? caseType) => _recorded?.Serves(role) ?? Candidates(role, caseType).Any();

    /// <summary>Why nobody is asked although somebody is there: all who may see such cases wait for their evaluation or did not pass it. Null else.</summary>
    public string? WhyClosed(string? caseType)
    {
        var setup = _settings.Current;
        return _recorded is null && _gate is { } gate && _clients.Providers.Where(provider => setup.Allows(provider, caseType)).ToList() is { Count: > 0 } allowed && !allowed.Exists(gate.IsOpen)
            ? NotEvaluated
            : null;
    }

    public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        var answer = await AnswerAsync(request, cancellation);
        _tally?.Count(request, answer);
        return answer;
    }

    private async Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancellation)
    {
        if (_recorded is not null)
        {
            return _recorded.Answer(request);
        }

        var candidates = Candidates(request.Role, request.CaseType).ToList();
        if (candidates.Count == 0)
        {
            return Nobody(request);
        }

        CoveredQuestion question;
        try
        {
            question = CoveredQuestion.Of(request);
        }
        catch (RegexMatchTimeoutException)
        {
            return new ModelAnswer.Unanswered(null, ModelFault.Refused, "The text could not be searched for personal data in time, so that it was not sent. A person has to read this case.");
        }

        try
        {
            return await AskInTurnAsync(candidates, request, question, cancellation);
        }
        finally
        {
            if (request.CaseId is { } caseId)
            {
                _live.End(caseId);
            }
        }
    }

    private async Task<ModelAnswer> AskInTurnAsync(List<ModelProvider> candidates, ModelRequest request, CoveredQuestion question, CancellationToken cancellation)
    {
        var sentences = new List<string>();
        var unanswered = new ModelAnswer.Unanswered(null, ModelFault.Unavailable, "");
        foreach (var provider in candidates)
        {
            var model = provider.ModelFor(request.Role)!;
            void Show(string text)
            {
                if (request.CaseId is { } caseId)
                {
                    _live.Say(caseId, new LiveAnswer(request.Prompt.Name, model, text));
                }
            }

            switch (await _ask.AskAsync(provider, request, question, Show, cancellation))
            {
                case TryEnd.Done done:
                    return new ModelAnswer.Answered(done.Exchange, done.Text, done.Json, done.Calls, provider.Name, done.Model, done.InputTokens, done.OutputTokens, done.Cost);
                case TryEnd.Failed { Failure: var failure } failed:
                    sentences.Add(failure.Sentence);
                    unanswered = new ModelAnswer.Unanswered(failed.Exchange ?? unanswered.ExchangeId, failure.Fault, string.Join(' ', sentences.Distinct(StringComparer.Ordinal)));
                    if (!failure.TryNext)
                    {
                        return unanswered;
                    }

                    break;
            }
        }

        return unanswered;
    }

    private IEnumerable<ModelProvider> Candidates(ModelRole role, string? caseType)
    {
        var setup = _settings.Current;
        return Serving(role).Where(provider => setup.Allows(provider, caseType) && _gate?.IsOpen(provider) != false);
    }

    private IEnumerable<ModelProvider> Serving(ModelRole role) => _clients.Providers.Where(provider => !string.IsNullOrEmpty(provider.ModelFor(role)));

    private ModelAnswer.Unanswered Nobody(ModelRequest request)
    {
        var serving = Serving(request.Role).ToList();
        if (serving.Count == 0)
        {
            return new ModelAnswer.Unanswered(null, ModelFault.NotConfigured, $"No model is configured for {(request.Role == ModelRole.Fast ? "fast" : "careful")} questions. {Add}");
        }

        var setup = _settings.Current;
        return serving.Any(provider => setup.Allows(provider, request.CaseType))
            ? new ModelAnswer.Unanswered(null, ModelFault.NotEvaluated, NotEvaluated)
            : new ModelAnswer.Unanswered(
                null, ModelFault.NotAllowed,
                request.CaseType is null
                    ? "The type of this case is not known yet, and no provider may see cases of every type. An administrator can change that under AI."
                    : $"No provider may see cases of the type {request.CaseType}. An administrator can allow one under AI.");
    }
}
