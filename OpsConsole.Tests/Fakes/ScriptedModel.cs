using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpsConsole.Core.Models;

namespace OpsConsole.Tests.Fakes;

/// <summary>A model that says what a test tells it to, and keeps what it was asked. It is the only provider that there is.</summary>
public sealed class ScriptedModel : IChatClient, IChatClients
{
    /// <summary>What it answers next; once it is empty, <see cref="Answer"/> is asked.</summary>
    public ConcurrentQueue<string> Script { get; } = [];

    /// <summary>What it answers to the given messages and options.</summary>
    public Func<IReadOnlyList<ChatMessage>, ChatOptions?, ChatResponse> Answer { get; set; } =
        (_, _) => throw new InvalidOperationException("The test did not tell the model what to answer.");

    /// <summary>Every question that arrived, as it was sent.</summary>
    public ConcurrentQueue<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    /// <summary>While set, no provider is there.</summary>
    public bool IsAbsent { get; set; }

    /// <summary>One provider for both roles, without a price unless the test gives it one.</summary>
    public ModelProvider Provider { get; } = new() { Name = "scripted", Kind = ProviderKind.Compatible, FastModel = "scripted", CarefulModel = "scripted", Region = "here", IsOn = true };

    public IReadOnlyList<ModelProvider> Providers => IsAbsent ? [] : [Provider];

    public IChatClient? Find(ModelProvider provider, ModelRole role) => IsAbsent ? null : this;

    public static ChatResponse Says(string text) => new(new ChatMessage(ChatRole.Assistant, text))
    {
        ModelId = "scripted",
        FinishReason = ChatFinishReason.Stop,
        Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = text.Length / 4 },
    };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<ChatMessage> asked = [.. messages];
        Asked.Enqueue(asked);
        return Task.FromResult(Script.TryDequeue(out var next) ? Says(next) : Answer(asked, options));
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
}
