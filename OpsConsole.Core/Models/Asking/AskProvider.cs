using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpsConsole.Core.Foundation.Text;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Models.Spending;

namespace OpsConsole.Core.Models.Asking;

/// <summary>
/// Asks one provider until it has answered, or until nothing is gained by asking it again: waits as long as it is told to, within bounds;
/// does without a schema in the format where that is refused; asks once more when the answer is not what was asked for.
/// </summary>
internal sealed class AskProvider(IChatClients clients, ModelLedger ledger, ModelSettings settings, ExchangeVeils veils, TimeProvider clock)
{
    /// <summary>How often one question is sent to one provider because of failures.</summary>
    public const int MostTries = 3;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);

    /// <summary>Providers, by name and version, that refused a schema in the format of the answer; in memory, since asking again costs one refusal.</summary>
    private readonly ConcurrentDictionary<(string, int, string), bool> _schemaInWords = new();

    public async Task<TryEnd> AskAsync(ModelProvider provider, ModelRequest request, CoveredQuestion question, Action<string> show, CancellationToken cancellation)
    {
        var model = provider.ModelFor(request.Role) ?? "";
        var echo = SecretEcho.Of(settings.FindKey(provider.Name));
        var failures = new FailureReader(provider, model, echo, clock);
        if (clients.Find(provider, request.Role) is not { } client)
        {
            return new TryEnd.Failed(null, failures.NoKey());
        }

        using var asked = client;
        var run = new Run(provider, model, request, client, failures, echo, show);
        var end = await RepeatAsync(run, question, cancellation);
        if (end is TryEnd.Failed { Failure.Unfit: { } unfit })
        {
            var repaired = await RepeatAsync(run, question.With(unfit.Repair()), cancellation);
            end = repaired is TryEnd.Failed { Failure.Unfit: { } again } ? new TryEnd.Failed(repaired.ExchangeId, failures.Unfit(again.Fault)) : repaired;
        }

        return end;
    }

    /// <summary>Whether this provider takes a schema as such, as far as is known.</summary>
    public bool TakesSchema(ModelProvider provider, string model) => !_schemaInWords.ContainsKey((provider.Name, provider.Version, model));

    private async Task<TryEnd> RepeatAsync(Run run, CoveredQuestion question, CancellationToken cancellation)
    {
        for (var failed = 0; ;)
        {
            var end = await OnceAsync(run, question, cancellation);
            if (end is not TryEnd.Failed { Failure: var failure })
            {
                return end;
            }

            if (failure.MayBeSchema && question.Schema is not null && _schemaInWords.TryAdd((run.Provider.Name, run.Provider.Version, run.Model), true))
            {
                continue;
            }

            var wait = failure.Wait ?? FirstWait * Math.Pow(2, failed);
            if (!failure.MayRepeat || ++failed >= MostTries || wait > LongestWait)
            {
                return end;
            }

            await Task.Delay(wait, clock, cancellation);
        }
    }

    private async Task<TryEnd> OnceAsync(Run run, CoveredQuestion question, CancellationToken cancellation)
    {
        var inWords = !TakesSchema(run.Provider, run.Model);
        var (messages, options) = question.For(inWords);
        var exchange = Open(run, QuestionText.Write(messages, options), messages.Count, question.MostOutputTokens);
        if (await ledger.ReserveAsync(exchange, cancellation) is Reserving.Spent spent)
        {
            return new TryEnd.Failed(null, new TryFailure(ModelFault.BudgetSpent, spent.Sentence));
        }

        var reader = new AnswerReader(run.Client, run.Provider, run.Echo, clock);
        TryFailure? failure = null;
        try
        {
            using var live = new LiveText(run.Show, run.Request.Veil, run.Echo, clock);
            await reader.ReadAsync(messages, options, live.Say, cancellation);
            live.End(reader.Answer.Text);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            (exchange.Outcome, exchange.Sentence) = (ExchangeOutcome.Cancelled, "The answer was no longer wanted.");
            await CloseAsync(run, exchange, reader.Answer, null);
            throw;
        }
        catch (Exception thrown) when (FailureReader.IsTheirs(thrown))
        {
            failure = run.Failures.Read(thrown, reader.Answer.Pieces > 0 || reader.Answer.FirstAfter is not null);
        }

        failure ??= reader.TooSlow != TooSlow.No ? run.Failures.Slow(reader.TooSlow) : Incomplete(reader.Answer, run, question.MostOutputTokens);
        var (json, calls) = ((JsonNode?)null, Reveal(reader.Answer.Calls, run.Request.Veil));
        if (failure is null)
        {
            (json, failure) = Judge(reader.Answer, run, question);
        }

        exchange.Outcome = failure?.Outcome ?? ExchangeOutcome.Answered;
        exchange.Sentence = failure?.Sentence ?? "";
        await CloseAsync(run, exchange, reader.Answer, failure);
        return failure is not null
            ? new TryEnd.Failed(exchange.Id, failure)
            : new TryEnd.Done(
                exchange.Id, reader.Answer, run.Request.Veil.Reveal(reader.Answer.Text), json, calls, exchange.Model, exchange.InputTokens, exchange.OutputTokens, exchange.Cost,
                question.Schema is not null && !inWords);
    }

    private static TryFailure? Incomplete(RawAnswer answer, Run run, int mostTokens) => answer.Finish switch
    {
        null => run.Failures.BrokeOff(),
        var finish when finish == ChatFinishReason.Length => run.Failures.TooLong(mostTokens),
        var finish when finish == ChatFinishReason.ContentFilter => run.Failures.Filtered(),
        _ => null,
    };

    private static (JsonNode? Json, TryFailure? Failure) Judge(RawAnswer answer, Run run, CoveredQuestion question)
    {
        if (AnswerJson.Fault(answer.Calls, question.Tools) is { } wrongCall)
        {
            return (null, new UnfitAnswer(wrongCall, answer, run).ToFailure());
        }

        if (run.Request.Schema is not { } schema || answer.Calls.Count > 0)
        {
            return (null, null);
        }

        var (json, fault) = AnswerJson.Read(answer.Text, schema, run.Request.Veil);
        return (json, fault is null ? null : new UnfitAnswer(fault, answer, run).ToFailure());
    }

    private static List<FunctionCallContent> Reveal(IEnumerable<FunctionCallContent> calls, Veil veil) =>
    [
        .. calls.Select(call => new FunctionCallContent(
            call.CallId, call.Name,
            (veil.Reveal(JsonSerializer.SerializeToNode(call.Arguments)) as JsonObject)?.ToDictionary(argument => argument.Key, argument => (object?)argument.Value?.DeepClone(), StringComparer.Ordinal))),
    ];

    private ModelExchange Open(Run run, string written, int messages, int mostOutputTokens)
    {
        var input = QuestionText.MostTokens(written, messages);
        return new ModelExchange
        {
            Id = Ids.New(clock),
            StartedAt = clock.GetUtcNow(),
            CaseId = run.Request.CaseId,
            Run = run.Request.Run,
            CaseType = run.Request.CaseType,
            Prompt = run.Request.Prompt.Name,
            PromptVersion = run.Request.Prompt.Version,
            PromptDigest = run.Request.Prompt.Digest,
            Role = run.Request.Role,
            Provider = run.Provider.Name,
            Region = run.Provider.Region,
            Model = run.Model,
            Attempt = ++run.Count.Taken,
            RequestText = written,
            VeilProtected = veils.Protect(run.Request.Veil, written),
            ReservedTokens = input + mostOutputTokens,
            ReservedCost = run.Provider.CostOf(input, mostOutputTokens),
            Currency = settings.Current.Limits.Currency,
        };
    }

    /// <summary>Not to be cancelled: what was sent has been sent, and what it cost must be known.</summary>
    private Task CloseAsync(Run run, ModelExchange exchange, RawAnswer answer, TryFailure? failure)
    {
        exchange.AnswerText = answer.Calls.Count == 0 ? answer.Text : $"{answer.Text}{QuestionText.Calls(answer.Calls).ToJsonString()}";
        exchange.VeilProtected = veils.Protect(run.Request.Veil, exchange.RequestText, exchange.AnswerText);
        exchange.Model = answer.Model is { Length: > 0 } named ? named : exchange.Model;
        exchange.FirstTokenMs = answer.FirstAfter is { } first ? (int)first.TotalMilliseconds : null;
        if (answer is { InputTokens: { } input, OutputTokens: { } output } && input >= 0 && output >= 0)
        {
            (exchange.InputTokens, exchange.OutputTokens, exchange.IsUsageKnown) = (input, output, true);
        }
        else
        {
            exchange.IsUsageKnown = failure is { CostNothing: true };
        }

        exchange.Cost = run.Provider.CostOf(exchange.InputTokens, exchange.OutputTokens);
        return ledger.SettleAsync(exchange, CancellationToken.None);
    }

    /// <summary>The asking of one provider, over all of its tries.</summary>
    internal sealed record Run(ModelProvider Provider, string Model, ModelRequest Request, IChatClient Client, FailureReader Failures, SecretEcho Echo, Action<string> Show)
    {
        public TryCount Count { get; init; } = new();
    }

    /// <summary>Shared by a question and its repair.</summary>
    internal sealed class TryCount
    {
        public int Taken { get; set; }
    }
}
