using Microsoft.Extensions.AI;
using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Core.Models;

/// <summary>The one way to a model.</summary>
public sealed class AskModel(IChatClients clients, LiveAnswers live, TimeProvider clock)
{
    /// <summary>Whether somebody could be asked at all; what a stage does without a model it does then.</summary>
    /// <param name="role">What is to be asked for.</param>
    /// <param name="caseType">Null while the type is not known.</param>
    public bool IsPossible(ModelRole role, string? caseType) => clients.Find("default") is not null;

    public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        if (clients.Find("default") is not { } client)
        {
            return new ModelAnswer.Unanswered(null, ModelFault.NotConfigured, "No model is configured; an administrator can add one under AI.");
        }

        var covered = request.Messages.Select(message => new ChatMessage(message.Role, request.Veil.Cover(message.Text))).ToList();
        var answer = await client.GetResponseAsync(covered, new ChatOptions { MaxOutputTokens = request.MostOutputTokens }, cancellation);
        if (request.CaseId is { } caseId)
        {
            live.Say(caseId, new LiveAnswer(request.Prompt.Name, answer.ModelId ?? "", request.Veil.Reveal(answer.Text)));
            live.End(caseId);
        }

        return new ModelAnswer.Answered(
            Ids.New(clock), request.Veil.Reveal(answer.Text), null, [], "default", answer.ModelId ?? "", answer.Usage?.InputTokenCount ?? 0, answer.Usage?.OutputTokenCount ?? 0, 0);
    }
}
