namespace OpsConsole.Core.Actions;

/// <summary>How an attempt ended; null in the row while it is not known to have ended.</summary>
public enum RunOutcome
{
    /// <summary>Acknowledged by the other side.</summary>
    Done,

    /// <summary>Refused by the other side.</summary>
    Refused,

    /// <summary>Certainly not carried out.</summary>
    Unavailable,

    /// <summary>Nobody knows yet.</summary>
    Unknown,

    /// <summary>Not called at all: the contract no longer held.</summary>
    NotCalled,
}

/// <summary>One attempt. The row is written before the call, so that a crash leaves the intent behind.</summary>
public sealed class ActionRun
{
    public required Guid Id { get; init; }

    public required Guid ActionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Attempt { get; init; }

    public required long Fence { get; init; }

    /// <summary>The same for every attempt of one decision, so that the other side can recognise a repetition.</summary>
    public required string IdempotencyKey { get; init; }

    public required DateTimeOffset IntentAt { get; init; }

    /// <summary>The context read right before the call, for probe and compensation.</summary>
    public required string BeforeJson { get; init; }

    public RunOutcome? Outcome { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The other side's answer, its receipt and refusal code.</summary>
    public string? AnswerJson { get; set; }

    public string? Receipt { get; set; }

    public string? Code { get; set; }

    public string? Message { get; set; }

    /// <summary>The probe's verdict and what it read, once it has looked.</summary>
    public DateTimeOffset? ProbedAt { get; set; }

    /// <summary>JSON object: the context that the probe read (alias → value), for a compensation.</summary>
    public string? AfterJson { get; set; }

    /// <summary>JSON object: record → version after the effect, as the probe read it.</summary>
    public string? AfterVersionsJson { get; set; }
}
