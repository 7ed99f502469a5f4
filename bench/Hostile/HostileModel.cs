using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using OpsConsole.Core.Models;

namespace OpsConsole.Bench.Hostile;

/// <summary>Stands in the place of every provider and says what the scripts of the cases say.</summary>
internal sealed partial class HostileModel : IChatClient, IChatClients
{
    /// <summary>The part of a question in which the mark of its case stands; those of the customer's other cases stand elsewhere in it.</summary>
    private const string SubjectLine = "subject line of the customer>>>";

    private readonly ConcurrentDictionary<string, HostileScript> _scripts = new(StringComparer.Ordinal);

    public IReadOnlyList<ModelProvider> Providers { get; } =
        [new ModelProvider { Name = "hostile", Kind = ProviderKind.Compatible, BaseUrl = "http://localhost/v1", FastModel = "hostile", CarefulModel = "hostile", IsOn = true }];

    /// <summary>Questions by what was asked for.</summary>
    public ConcurrentDictionary<string, int> Asked { get; } = new(StringComparer.Ordinal);

    public void Learn(HostileScript script) => _scripts[script.Mark] = script;

    public void Forget(HostileScript script) => _scripts.TryRemove(script.Mark, out _);

    public IChatClient? Find(ModelProvider provider, ModelRole role) => this;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = messages.Select(message => message.Text).ToList();
        var asked = Question(texts[0], options);
        Asked.AddOrUpdate(asked, 1, (_, count) => count + 1);
        var subject = texts.FirstOrDefault(text => text.Contains(SubjectLine, StringComparison.Ordinal)) ?? "";
        var script = Marks().Matches(subject[(subject.IndexOf(SubjectLine, StringComparison.Ordinal) + 1)..]).Select(mark => _scripts.GetValueOrDefault(mark.Value)).FirstOrDefault(known => known is not null) ?? throw new InvalidOperationException($"A question without a mark: {asked}");
        return Task.FromResult(asked switch
        {
            "reads" => Calls(script),
            "plan" => Says(script.NextPlan()),
            _ => Says(script.Words[asked]),
        });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static string Question(string prompt, ChatOptions? options)
    {
        var schema = (options?.ResponseFormat as ChatResponseFormatJson)?.Schema?.GetRawText() ?? "";
        return options?.Tools is { Count: > 0 } ? "reads"
            : schema.Contains("\"actions\"", StringComparison.Ordinal) ? "plan"
            : schema.Contains("\"wishes\"", StringComparison.Ordinal) ? "wishes"
            : schema.Contains("\"quotes\"", StringComparison.Ordinal) ? "classify"
            : prompt.StartsWith("You draft a reply", StringComparison.Ordinal) ? "reply" : "summarise";
    }

    private static ChatResponse Calls(HostileScript script) => Ended(
        new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. script.Calls.Select(AIContent (call, number) => new FunctionCallContent(
            $"call-{number}", call.Name, call.Arguments.ToDictionary(pair => pair.Key, pair => (object?)pair.Value?.DeepClone(), StringComparer.Ordinal)))])),
        ChatFinishReason.ToolCalls);

    private static ChatResponse Says(string text) => Ended(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)), ChatFinishReason.Stop);

    private static ChatResponse Ended(ChatResponse response, ChatFinishReason reason)
    {
        response.ModelId = "hostile";
        response.FinishReason = reason;
        response.Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 100 };
        return response;
    }

    [GeneratedRegex("zqk[bcdfghjklmnpqrstvwxz]{7}")]
    private static partial Regex Marks();
}
