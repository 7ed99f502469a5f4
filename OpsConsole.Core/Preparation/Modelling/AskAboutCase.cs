using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpsConsole.Core.Models;
using OpsConsole.Core.Preparation.Prompting;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>Puts one question about a case to a model. The prompt's text is fixed; all that is of the case goes into the channel for data.</summary>
public sealed class AskAboutCase(AskModel ask, PromptShelf prompts, TimeProvider clock)
{
    /// <summary>Null when there is no answer that can be used; why stands in the run, and the stage goes on without.</summary>
    /// <param name="schema">In the place of the prompt's own, when the case narrows it; null else.</param>
    public async Task<ModelAnswer.Answered?> AskAsync(
        ModelRun run, StageName stage, string promptName, IEnumerable<DataPart> data, CancellationToken cancellation,
        JsonObject? schema = null, IReadOnlyList<AIFunctionDeclaration>? tools = null)
    {
        if (run.IsOver || prompts.Find(promptName) is not { } prompt || !ask.IsPossible(prompt.Role, run.CaseType) || clock.GetUtcNow() >= run.Until)
        {
            return null;
        }

        var channel = new DataChannel();
        var request = new ModelRequest
        {
            CaseId = run.Run.Case.Id,
            Run = run.Run.Number,
            CaseType = run.CaseType,
            Prompt = prompt.Ref,
            Role = prompt.Role,
            Messages = [new ChatMessage(ChatRole.System, prompt.Render(channel.Marker)), .. data.Select(channel.Wrap)],
            Schema = schema ?? prompt.Schema,
            Tools = tools ?? [],
            MostOutputTokens = prompt.MostTokens,
            Veil = run.Veil,
        };
        var answer = await AnswerAsync(run, request, cancellation);
        var told = new JsonObject { ["prompt"] = $"{prompt.Ref.Name}/{prompt.Ref.Version}", ["digest"] = prompt.Ref.Digest };
        run.Tell(stage, told);
        var unfit = (answer as ModelAnswer.Answered) is { } given ? Unfit(given, request) : null;
        if (answer is ModelAnswer.Answered answered && unfit is null)
        {
            told["exchange"] = answered.ExchangeId.ToString();
            told["provider"] = answered.Provider;
            told["model"] = answered.Model;
            return answered;
        }

        var failure = answer as ModelAnswer.Unanswered ?? new ModelAnswer.Unanswered((answer as ModelAnswer.Answered)?.ExchangeId, ModelFault.Malformed, unfit ?? "");
        told["exchange"] = failure.ExchangeId?.ToString();
        told["fault"] = failure.Fault.ToString();
        told["note"] = failure.Sentence;
        run.Fail(failure);
        return null;
    }

    /// <summary>The time for all questions of a run ends while its lease still holds.</summary>
    private async Task<ModelAnswer> AnswerAsync(ModelRun run, ModelRequest request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(run.Until - clock.GetUtcNow(), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await ask.AskAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ModelAnswer.Unanswered(null, ModelFault.TimedOut, "It took longer than a preparation may.");
        }
    }

    /// <summary>Why an answer is none; null when it is one. Who may call tools and calls none may also say nothing.</summary>
    private static string? Unfit(ModelAnswer.Answered answer, ModelRequest request) =>
        request.Schema is not null ? answer.Json is JsonObject ? null : "Its answer does not have the form that was asked for."
        : request.Tools.Count == 0 && string.IsNullOrWhiteSpace(answer.Text) ? $"{answer.Model} at {answer.Provider} answered nothing."
        : null;
}
