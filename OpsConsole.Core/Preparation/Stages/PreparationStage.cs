namespace OpsConsole.Core.Preparation.Stages;

/// <summary>The steps of a preparation, in their order.</summary>
public enum StageName
{
    /// <summary>What kind of case it is.</summary>
    Classify,

    /// <summary>Whose case it is, and which records the message names.</summary>
    Identify,

    /// <summary>What the systems of record say.</summary>
    Gather,

    /// <summary>Whether that is complete and fresh enough to act on.</summary>
    CheckData,

    /// <summary>What the playbooks recommend.</summary>
    Plan,

    /// <summary>Summary and reply, in words.</summary>
    Draft,

    /// <summary>Whether every parameter stands on a fact or on the message.</summary>
    Verify,
}

/// <summary>How a stage ended.</summary>
public enum StageOutcome
{
    /// <summary>It found what it looked for.</summary>
    Done,

    /// <summary>Something must be asked of the customer or picked by a person.</summary>
    Asks,

    /// <summary>There was nothing to do, because an earlier stage asks.</summary>
    Skipped,

    /// <summary>A system did not answer; preparation is tried again.</summary>
    Failed,
}

/// <summary>One stage of one run of preparing a case, with what went in and what came out.</summary>
public sealed class PreparationStage
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>From 1; a new message or a retry is a new run.</summary>
    public required int Run { get; init; }

    public required int Number { get; init; }

    public required StageName Name { get; init; }

    public required string InputsJson { get; init; }

    public required string ResultJson { get; init; }

    /// <summary>What a person should know of it, as a sentence.</summary>
    public required string Note { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public required StageOutcome Outcome { get; init; }

    /// <summary>The earliest run with these very inputs and this result, when an earlier one had them; null when the stage says something new.</summary>
    public int? SameAsRun { get; set; }
}
