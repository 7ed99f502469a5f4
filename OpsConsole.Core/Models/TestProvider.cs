using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models.Asking;
using OpsConsole.Core.Models.Configuring;

namespace OpsConsole.Core.Models;

/// <summary>What one part of a test call showed.</summary>
/// <param name="Sentence">What happened, and what to do when it does not work.</param>
public sealed record ProviderCheck(string Name, bool Works, string Sentence);

/// <summary>What a test call showed of a provider.</summary>
/// <param name="Cost">Millionths of the currency.</param>
public sealed record ProviderReport(string Model, IReadOnlyList<ProviderCheck> Checks, TimeSpan? FirstToken, TimeSpan Whole, long InputTokens, long OutputTokens, long Cost, string Currency);

/// <summary>How a test call ended.</summary>
public abstract record TestCallOutcome
{
    private TestCallOutcome()
    {
    }

    public sealed record Called(ProviderReport Report) : TestCallOutcome;

    /// <summary>No such provider, or it serves no such role.</summary>
    public sealed record Missing : TestCallOutcome;

    public sealed record Forbidden(NotAllowed Lacking) : TestCallOutcome;
}

/// <summary>Asks a provider, switched on or not, three short questions: whether it streams, whether it keeps to a schema, whether it asks for tools. Counts to the day's budget; ends the rest of one that answers.</summary>
public sealed class TestProvider
{
    private const int MostOutputTokens = 400;

    private static readonly JsonObject Schema = new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["works"] = new JsonObject { ["type"] = "boolean" } },
        ["required"] = new JsonArray("works"),
        ["additionalProperties"] = false,
    };

    private static readonly AIFunctionDeclaration Tool = AIFunctionFactory.CreateDeclaration(
        "read_clock", "Reads the time in a city.",
        JsonSerializer.SerializeToElement(new JsonObject
        {
            ["type"] = "object", ["properties"] = new JsonObject { ["city"] = new JsonObject { ["type"] = "string" } }, ["required"] = new JsonArray("city"),
        }));

    private readonly ModelSettings _settings;
    private readonly AskProvider _ask;
    private readonly RestingProviders _resting;
    private readonly IAuditLog _audit;
    private readonly TimeProvider _clock;

    internal TestProvider(ModelSettings settings, AskProvider ask, RestingProviders resting, IAuditLog audit, TimeProvider clock) =>
        (_settings, _ask, _resting, _audit, _clock) = (settings, ask, resting, audit, clock);

    /// <param name="show">Is given the first answer while it comes.</param>
    public async Task<TestCallOutcome> CallAsync(Actor actor, string name, ModelRole role, Action<string> show, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ModelsConfigure))
        {
            await _audit.AppendAsync(new AuditEntry(actor, "model.tested", SaveProvider.Subject(name), "refused", new JsonObject { ["refusal"] = Permissions.ModelsConfigure }), cancellation);
            return new TestCallOutcome.Forbidden(new NotAllowed(Permissions.ModelsConfigure));
        }

        if (_settings.Current.Providers.FirstOrDefault(provider => provider.Name == name) is not { } found || string.IsNullOrEmpty(found.ModelFor(role)))
        {
            return new TestCallOutcome.Missing();
        }

        var report = await CallAsync(found, role, show, cancellation);
        var details = new JsonObject
        {
            ["role"] = role.ToString(), ["model"] = report.Model, ["cost"] = report.Cost,
            ["checks"] = new JsonArray([.. report.Checks.Select(check => new JsonObject { ["name"] = check.Name, ["works"] = check.Works, ["sentence"] = check.Sentence })]),
        };
        await _audit.AppendAsync(new AuditEntry(actor, "model.tested", SaveProvider.Subject(name), report.Checks.All(check => check.Works) ? "ok" : "failed", details), cancellation);
        return new TestCallOutcome.Called(report);
    }

    private async Task<ProviderReport> CallAsync(ModelProvider provider, ModelRole role, Action<string> show, CancellationToken cancellation)
    {
        var started = _clock.GetTimestamp();
        var said = await AskAsync(provider, Question(role, "Say in two short sentences that you can be heard."), show, cancellation);
        var whole = _clock.GetElapsedTime(started);
        var ends = new List<TryEnd> { said };
        var checks = new List<ProviderCheck> { Streaming(said) };
        if (said is TryEnd.Done)
        {
            _resting.Wake(provider);
            var json = await AskAsync(provider, Question(role, "Answer with the JSON object that says that it works: the member works is true.") with { Schema = Schema }, _ => { }, cancellation);
            var called = await AskAsync(provider, Question(role, "What time is it in Vienna? Use the tool read_clock.") with { Tools = [Tool] }, _ => { }, cancellation);
            ends.AddRange([json, called]);
            checks.AddRange([Schemas(json), Tools(called)]);
        }

        var done = ends.OfType<TryEnd.Done>().ToList();
        return new ProviderReport(
            done.FirstOrDefault()?.Model ?? provider.ModelFor(role)!, checks, (said as TryEnd.Done)?.Raw.FirstAfter, whole,
            done.Sum(end => end.InputTokens), done.Sum(end => end.OutputTokens), done.Sum(end => end.Cost), _settings.Current.Limits.Currency);
    }

    private Task<TryEnd> AskAsync(ModelProvider provider, ModelRequest request, Action<string> show, CancellationToken cancellation) =>
        _ask.AskAsync(provider, request, CoveredQuestion.Of(request), show, cancellation);

    private static ModelRequest Question(ModelRole role, string text) => new()
    {
        Prompt = new PromptRef("test-call", 1, CanonicalJson.Digest(JsonValue.Create(text))),
        Role = role,
        Messages = [new ChatMessage(ChatRole.User, text)],
        MostOutputTokens = MostOutputTokens,
        Veil = Veil.None,
    };

    private static ProviderCheck Streaming(TryEnd end) => end switch
    {
        TryEnd.Done { Raw.Pieces: > 1 } => new ProviderCheck("Streaming", true, "The answer came in pieces."),
        TryEnd.Done => new ProviderCheck("Streaming", false, "The answer came in one piece; preparation works, and shows it only when it has ended."),
        TryEnd.Failed failed => new ProviderCheck("Answer", false, failed.Failure.Sentence),
        _ => throw new InvalidOperationException("The family of ends is closed."),
    };

    private static ProviderCheck Schemas(TryEnd end) => end switch
    {
        TryEnd.Done { TookSchema: true } => new ProviderCheck("JSON schema", true, "The answer kept to the schema."),
        TryEnd.Done => new ProviderCheck("JSON schema", true, "The provider takes no schema in the format; told in words, the answer kept to it."),
        TryEnd.Failed failed => new ProviderCheck("JSON schema", false, failed.Failure.Sentence),
        _ => throw new InvalidOperationException("The family of ends is closed."),
    };

    private static ProviderCheck Tools(TryEnd end) => end switch
    {
        TryEnd.Done { Calls: [{ Name: "read_clock" }, ..] } => new ProviderCheck("Tools", true, "The model asked for the tool that it was given."),
        TryEnd.Done => new ProviderCheck("Tools", false, "The model did not ask for the tool that it was given; choose one that can use tools for careful questions."),
        TryEnd.Failed failed => new ProviderCheck("Tools", false, failed.Failure.Sentence),
        _ => throw new InvalidOperationException("The family of ends is closed."),
    };
}
