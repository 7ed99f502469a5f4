using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpsConsole.Core.Foundation.Text;
using OpsConsole.Core.Models.Reaching;

namespace OpsConsole.Core.Models.Asking;

/// <summary>Why an answer was not waited for any longer.</summary>
internal enum TooSlow
{
    /// <summary>It came in time.</summary>
    No,

    /// <summary>It did not begin in time.</summary>
    Beginning,

    /// <summary>It did not end in time.</summary>
    Ending,
}

/// <summary>Reads one streamed answer within the limits of its provider.</summary>
/// <param name="client">Asks it.</param>
/// <param name="provider">Its limits.</param>
/// <param name="echo">Takes out of everything that comes what it says of our key.</param>
/// <param name="clock">Measures.</param>
internal sealed class AnswerReader(IChatClient client, ModelProvider provider, SecretEcho echo, TimeProvider clock)
{
    public RawAnswer Answer { get; } = new();

    /// <summary>Set when reading ended with a cancellation that was ours.</summary>
    public TooSlow TooSlow { get; private set; }

    /// <summary>Throws what the client throws; <see cref="Answer"/> then holds what came before.</summary>
    public async Task ReadAsync(IReadOnlyList<ChatMessage> messages, ChatOptions options, Action<StringBuilder> onText, CancellationToken cancellation)
    {
        using var beginning = new CancellationTokenSource(TimeSpan.FromSeconds(provider.ConnectSeconds + provider.FirstTokenSeconds), clock);
        using var ending = new CancellationTokenSource(TimeSpan.FromSeconds(provider.WholeSeconds), clock);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellation, beginning.Token, ending.Token);
        var started = clock.GetTimestamp();
        var text = new StringBuilder();
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages, options, any.Token))
            {
                Answer.FirstAfter ??= Begun(beginning, started);
                Take(update, text, onText);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            TooSlow = ending.IsCancellationRequested ? TooSlow.Ending : beginning.IsCancellationRequested ? TooSlow.Beginning : TooSlow.Ending;
        }
        finally
        {
            Answer.Text = echo.Clean(text.ToString());
        }
    }

    private TimeSpan Begun(CancellationTokenSource beginning, long started)
    {
        beginning.CancelAfter(Timeout.InfiniteTimeSpan);
        return clock.GetElapsedTime(started);
    }

    private void Take(ChatResponseUpdate update, StringBuilder text, Action<StringBuilder> onText)
    {
        Answer.Model = update.ModelId is { } named ? echo.Clean(named) : Answer.Model;
        Answer.Finish = update.FinishReason ?? Answer.Finish;
        foreach (var content in update.Contents)
        {
            switch (content)
            {
                case TextContent { Text.Length: > 0 } piece:
                    text.Append(piece.Text.Replace("\0", "", StringComparison.Ordinal));
                    Answer.Pieces++;
                    break;
                case FunctionCallContent call:
                    Answer.Calls.Add(Clean(AnswerJson.Readable(call)));
                    break;
                case UsageContent usage:
                    (Answer.InputTokens, Answer.OutputTokens) = (usage.Details.InputTokenCount ?? Answer.InputTokens, usage.Details.OutputTokenCount ?? Answer.OutputTokens);
                    break;
            }
        }

        // A character is at least one byte; what is over in bytes only is let pass.
        if (text.Length > provider.MostAnswerBytes)
        {
            text.Length = provider.MostAnswerBytes;
            throw new AnswerTooLargeException(provider.MostAnswerBytes);
        }

        onText(text);
    }

    private FunctionCallContent Clean(FunctionCallContent call)
    {
        var arguments = JsonSerializer.Serialize(call.Arguments);
        return new FunctionCallContent(
            echo.Clean(call.CallId), echo.Clean(call.Name),
            echo.Clean(arguments) is var clean && clean != arguments ? JsonSerializer.Deserialize<Dictionary<string, object?>>(clean) : call.Arguments)
        {
            Exception = call.Exception,
        };
    }
}
