namespace OpsConsole.Core.Audit;

/// <summary>What checking the chain found; closed.</summary>
public abstract record AuditFinding
{
    private AuditFinding()
    {
    }

    /// <summary>The finding in one sentence.</summary>
    public abstract string Sentence { get; }

    /// <summary>Every row follows the one before, up to the stored head.</summary>
    public sealed record Whole(long Entries, string HeadHash) : AuditFinding
    {
        public override string Sentence => FormattableString.Invariant($"The audit log is whole: {Entries} entries, head {HeadHash}.");
    }

    /// <summary>A row's content does not give its hash.</summary>
    public sealed record Edited(long Sequence) : AuditFinding
    {
        public override string Sentence => FormattableString.Invariant($"The audit log was tampered with: entry {Sequence} was edited.");
    }

    /// <summary>A row is not there although a later one, or the head, is.</summary>
    public sealed record Missing(long Sequence) : AuditFinding
    {
        public override string Sentence => FormattableString.Invariant($"The audit log was tampered with: entry {Sequence} is missing.");
    }

    /// <summary>A row's hash is right, but it does not follow the row before it.</summary>
    public sealed record OutOfChain(long Sequence) : AuditFinding
    {
        public override string Sentence => FormattableString.Invariant($"The audit log was tampered with: entry {Sequence} does not follow the entry before it.");
    }

    /// <summary>There are rows that the head does not know.</summary>
    public sealed record BeyondHead(long Sequence) : AuditFinding
    {
        public override string Sentence => FormattableString.Invariant($"The audit log was tampered with: entry {Sequence} was added past its end.");
    }

    /// <summary>The stored head is gone or is not the last row.</summary>
    public sealed record HeadChanged(long Sequence) : AuditFinding
    {
        public override string Sentence => FormattableString.Invariant($"The audit log was tampered with: its head does not match entry {Sequence}.");
    }
}
