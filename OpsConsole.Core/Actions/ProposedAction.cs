namespace OpsConsole.Core.Actions;

/// <summary>One action proposed for a case, with the contract that a decision is bound to. JSON columns are canonical JSON.</summary>
public sealed class ProposedAction
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Its number within the case, from 1.</summary>
    public required int Number { get; init; }

    public required string ActionTypeId { get; init; }

    public required int ActionTypeVersion { get; init; }

    public required string Title { get; set; }

    public required ActionState State { get; set; }

    /// <summary>JSON object: the complete parameters.</summary>
    public required string ParametersJson { get; set; }

    /// <summary>JSON object: for each parameter, where it comes from (<c>fact:3</c>, <c>message</c>, <c>person</c>, <c>playbook</c>, and a phrase).</summary>
    public required string ProvenanceJson { get; set; }

    /// <summary>JSON object: the context as read when the contract was made (alias → value).</summary>
    public required string ContextJson { get; set; }

    /// <summary>JSON object: target record → version.</summary>
    public required string TargetsJson { get; set; }

    /// <summary>JSON object: the material facts by name.</summary>
    public required string MaterialJson { get; set; }

    /// <summary>JSON array of {label, now, after}.</summary>
    public required string PreviewJson { get; set; }

    /// <summary>JSON: the <c>PolicyVerdict</c>.</summary>
    public required string VerdictJson { get; set; }

    /// <summary>JSON array of {label, was, now}: what changed since it was approved, when it came back; else empty.</summary>
    public string ChangedJson { get; set; } = "[]";

    /// <summary>Hundredths of <see cref="Currency"/>; 0 when no money is at stake.</summary>
    public long Amount { get; set; }

    public string? Currency { get; set; }

    /// <summary>SHA-256 over the canonical contract (architecture.md, "Contract digest").</summary>
    public required string Digest { get; set; }

    /// <summary>Single use: a decision must name it, and each new contract has a new one.</summary>
    public required Guid Nonce { get; set; }

    /// <summary>Who proposed it: an actor id, and the name to show.</summary>
    public required string ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>Who edited it last, if anyone.</summary>
    public string? EditedBy { get; set; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When an undecided or decided but not started action lapses.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The action that must be verified first, within the same case.</summary>
    public Guid? DependsOn { get; set; }

    /// <summary>The action that this one undoes.</summary>
    public Guid? Undoes { get; set; }

    /// <summary>When the dispatcher, prober or reconciler is to take it next; null when nothing is due.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Grows with each claim; a job writes only while it holds the newest.</summary>
    public long Fence { get; set; }

    /// <summary>How many times it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>The last thing to know about its state, as a sentence; for Failed the other side's refusal.</summary>
    public string StateReason { get; set; } = "";

    /// <summary>Grows with every change of this row.</summary>
    public int Version { get; set; }
}
