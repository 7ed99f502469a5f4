using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpsConsole.Core.Models;

namespace OpsConsole.Tests.Fakes;

/// <summary>
/// A model that says what the test scripted, and remembers what it was asked. Answers are taken from the queue first; when it is empty,
/// <see cref="Answers"/> computes one from the messages. Stands in the place of <see cref="IChatClients"/>:
/// <c>new CoreHost(services => services.Replace(ServiceDescriptor.Singleton&lt;IChatClients&gt;(model)))</c>.
/// </summary>
public sealed class ScriptedModel : IChatClients, IChatClient
{
    private readonly ConcurrentQueue<ChatResponse> _queued = new();

    /// <summary>What was asked, in order: the messages as they left the house.</summary>
    public ConcurrentQueue<IReadOnlyList<ChatMessage>> Asked { get; } = new();

    /// <summary>The options of each question, in the order of <see cref="Asked"/>.</summary>
    public ConcurrentQueue<ChatOptions?> Options { get; } = new();

    /// <summary>Computes an answer from the messages when none is queued.</summary>
    public Func<IReadOnlyList<ChatMessage>, string> Answers { get; set; } = _ => "";

    /// <summary>Thrown at every question while it is set.</summary>
    public Exception? Fails { get; set; }

    /// <summary>Whether a provider is there at all.</summary>
    public bool IsOn { get; set; } = true;

    public ScriptedModel Say(string text)
    {
        _queued.Enqueue(Response(text));
        return this;
    }

    public ScriptedModel Call(string tool, IDictionary<string, object?> arguments)
    {
        _queued.Enqueue(Response("", new FunctionCallContent($"call-{_queued.Count + 1}", tool, arguments)));
        return this;
    }

    /// <summary>One provider for both roles, without a price unless the test gives it one.</summary>
    public ModelProvider Provider { get; } = new() { Name = "scripted", FastModel = "scripted-1", CarefulModel = "scripted-1", Region = "here", IsOn = true };

    public IReadOnlyList<ModelProvider> Providers => IsOn ? [Provider] : [];

    public IChatClient? Find(ModelProvider provider, ModelRole role) => IsOn ? this : null;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = messages.ToList();
        Asked.Enqueue(asked);
        Options.Enqueue(options);
        return Fails is { } failure ? Task.FromException<ChatResponse>(failure)
            : Task.FromResult(_queued.TryDequeue(out var queued) ? queued : Response(Answers(asked)));
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

    private static ChatResponse Response(string text, params AIContent[] calls) => new(new ChatMessage(ChatRole.Assistant, [new TextContent(text), .. calls]))
    {
        ModelId = "scripted-1",
        FinishReason = calls.Length > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
        Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 20 },
    };
}
