namespace OpsConsole.Core.Connectors.Channels;

/// <summary>A reply as a channel connector is to carry it out. The same reply has the same <see cref="Id"/> and <see cref="MessageRef"/> each time.</summary>
/// <param name="MessageRef">Its name on the channel, such as an e-mail's Message-ID without brackets.</param>
/// <param name="To">An address of the channel; empty where the thread says who.</param>
/// <param name="References">The names of the conversation's earlier messages, the oldest first.</param>
/// <param name="ThreadRef">The conversation on the channel's side, where it has a name.</param>
public sealed record OutgoingMessage(
    Guid Id, string MessageRef, string CaseReference, string Channel, string To, string Subject, string Text, string? InReplyTo, IReadOnlyList<string> References,
    string? ThreadRef, DateTimeOffset At)
{
    public const string ReferenceFallback = "opsconsole.local";

    /// <summary>Derived from our own id, so that a repetition can be recognised as one.</summary>
    public static string RefOf(Guid id, string fromAddress)
    {
        var domain = fromAddress[(fromAddress.LastIndexOf('@') + 1)..];
        return $"{id:N}@{(domain.Length == 0 ? ReferenceFallback : domain)}";
    }
}

/// <summary>Carries messages out to customers. Never throws for what the other side does; what it cannot know is <see cref="ConnectorResult.Unknown"/>.</summary>
public interface IChannelConnector
{
    Task<ConnectorResult> SendAsync(OutgoingMessage message, CancellationToken cancellation);

    /// <summary>Whether an earlier try of this message has arrived; null when this channel cannot tell.</summary>
    Task<bool?> HasArrivedAsync(OutgoingMessage message, CancellationToken cancellation);
}
