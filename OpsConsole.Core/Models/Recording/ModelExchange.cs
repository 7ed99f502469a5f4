namespace OpsConsole.Core.Models.Recording;

/// <summary>One try that was sent to a provider: what exactly was asked, what exactly came back, what it cost. Texts are veiled as they were on the way.</summary>
internal sealed class ModelExchange
{
    public required Guid Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public Guid? CaseId { get; init; }

    public int Run { get; init; }

    public string? CaseType { get; init; }

    public required string Prompt { get; init; }

    public required int PromptVersion { get; init; }

    public required string PromptDigest { get; init; }

    public required ModelRole Role { get; init; }

    public required string Provider { get; init; }

    public required string Region { get; init; }

    /// <summary>As asked for; the name that the provider gave back once it has answered.</summary>
    public required string Model { get; set; }

    /// <summary>From 1, over all tries of one question.</summary>
    public required int Attempt { get; init; }

    /// <summary>JSON: messages, tools, schema and limits, veiled.</summary>
    public required string RequestText { get; set; }

    public string AnswerText { get; set; } = "";

    /// <summary>What the placeholders stand for, encrypted; null when there are none.</summary>
    public string? VeilProtected { get; set; }

    public required long ReservedTokens { get; init; }

    public required long ReservedCost { get; init; }

    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    /// <summary>Whether the provider said what was used; otherwise the reservation counts.</summary>
    public bool IsUsageKnown { get; set; }

    public long Cost { get; set; }

    public required string Currency { get; init; }

    public int? FirstTokenMs { get; set; }

    public ExchangeOutcome Outcome { get; set; }

    public string Sentence { get; set; } = "";

    /// <summary>The size of the texts; nothing once they were dropped.</summary>
    public long Bytes { get; set; }
}
