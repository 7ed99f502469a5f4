using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors;

/// <summary>The four ways in which a call to another system can end. There is no fifth: a connector translates whatever happens into one of these.</summary>
public abstract record ConnectorResult
{
    private ConnectorResult()
    {
    }

    /// <summary>The other side did it and said so.</summary>
    /// <param name="Body">Its answer.</param>
    /// <param name="Receipt">Its own mark of the effect, such as a sequence number, when it gives one.</param>
    /// <param name="Replayed">It recognised the idempotency key and gave its first answer again.</param>
    public sealed record Done(JsonNode? Body, string? Receipt = null, bool Replayed = false) : ConnectorResult;

    /// <summary>The other side understood and said no; nothing changed there, and asking again will not help.</summary>
    public sealed record Refused(string Code, string Message) : ConnectorResult;

    /// <summary>The call did certainly not happen (no connection, 429, 503 before the effect); it may be repeated later.</summary>
    public sealed record Unavailable(string Reason, TimeSpan? RetryAfter = null) : ConnectorResult;

    /// <summary>The call may or may not have happened. Never repeated without an idempotency key; a probe finds out.</summary>
    public sealed record Unknown(string Reason) : ConnectorResult;
}
