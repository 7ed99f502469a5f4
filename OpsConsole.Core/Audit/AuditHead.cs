namespace OpsConsole.Core.Audit;

/// <summary>The end of the log, kept apart from it so that a log cut short at the end is noticed. One row, moved on by the database itself.</summary>
public sealed class AuditHead
{
    public required int Id { get; init; }

    public required long Sequence { get; init; }

    public required string Hash { get; init; }
}
