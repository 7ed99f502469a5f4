namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>How far an evaluation is.</summary>
public enum EvaluationState
{
    Running,

    Finished,

    /// <summary>Ended by a person; what was judged until then is kept, and it is not begun again by itself.</summary>
    Cancelled,

    /// <summary>The process ended in the middle of it; it is begun again.</summary>
    Abandoned,
}

/// <summary>One evaluation of one set by one subject. Never changed once it has ended.</summary>
public sealed class EvaluationRun
{
    public required Guid Id { get; init; }

    public required string SetId { get; init; }

    /// <summary>Digest of the set's cases: figures of different sets are not to be compared.</summary>
    public required string SetDigest { get; init; }

    public required string Subject { get; init; }

    /// <summary>Models and prompts that were evaluated; empty for the playbooks.</summary>
    public required string Setup { get; init; }

    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public required EvaluationState State { get; set; }

    public required int Total { get; init; }

    public int Done { get; set; }

    public int Right { get; set; }

    public int TypesRight { get; set; }

    /// <summary>Proposals that should not have been made and that policies let through to an approver.</summary>
    public int WrongWrites { get; set; }

    public int Missed { get; set; }

    public int Denied { get; set; }

    public int AskedInVain { get; set; }

    public int Unsupported { get; set; }

    public long Tokens { get; set; }

    /// <summary>Millionths of the price table's currency.</summary>
    public long Cost { get; set; }

    /// <summary>Milliseconds in all.</summary>
    public long Took { get; set; }
}

/// <summary>How one case of a run went.</summary>
public sealed class EvaluationResult
{
    public required Guid RunId { get; init; }

    public required int Number { get; init; }

    /// <summary>Under which its questions and answers are kept; there is no such case in the house.</summary>
    public Guid? RoomCaseId { get; init; }

    public required string Name { get; init; }

    public required bool IsRight { get; init; }

    public required int WrongWrites { get; init; }

    /// <summary>What was wrong; empty when nothing was.</summary>
    public required string Complaint { get; init; }

    public required long Took { get; init; }

    public required long Cost { get; init; }
}
