namespace OpsConsole.Core.Cases.Opening;

/// <summary>What a message says about the conversation that it belongs to, as its channel writes it. A claim of the sender's, like all of the message.</summary>
public sealed record ThreadHints
{
    private const int MostLength = 250;
    private const int MostReferences = 50;

    /// <summary>What the message itself is called, such as an e-mail's Message-ID.</summary>
    public string? MessageId { get; init; }

    /// <summary>The message that it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Earlier messages of the conversation.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The conversation, where the channel names it.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Where it came from, such as an e-mail address.</summary>
    public string? From { get; init; }

    /// <summary>The names under which an earlier message may be known.</summary>
    internal IReadOnlyList<string> Earlier => [.. References.Take(MostReferences).Append(InReplyTo).Select(Name).OfType<string>().Distinct(StringComparer.Ordinal)];

    internal string? Own => Name(MessageId);

    /// <summary>Without the brackets in which mail programs put it.</summary>
    internal static string? Name(string? reference) => reference?.Trim().Trim('<', '>') is { Length: > 0 } name ? name : null;

    internal IEnumerable<string> Problems()
    {
        if (new[] { MessageId, InReplyTo, ThreadId, From }.Concat(References).Any(text => text?.Length > MostLength || text?.Any(char.IsControl) == true))
        {
            yield return $"message_id, in_reply_to, references, thread_id and from are lines of at most {MostLength} characters each.";
        }
    }
}
