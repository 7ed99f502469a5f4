using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions;

/// <summary>One action proposed for a case, with the contract that a decision is bound to. JSON columns are canonical JSON.</summary>
public sealed class ProposedAction
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Its number within the case, from 1.</summary>
    public required int Number { get; init; }

    public required string ActionTypeId { get; init; }

    public int ActionTypeVersion { get; set; }

    public string Title { get; set; } = "";

    public required ActionState State { get; set; }

    /// <summary>JSON object: the complete parameters.</summary>
    public string ParametersJson { get; set; } = "";

    /// <summary>JSON object: for each parameter, where it comes from, as verified; see <see cref="Proving.Origin"/>.</summary>
    public required string ProvenanceJson { get; set; }

    /// <summary>JSON object: the context as read when the contract was made (alias → value).</summary>
    public string ContextJson { get; set; } = "";

    /// <summary>JSON object: target record → version.</summary>
    public string TargetsJson { get; set; } = "";

    /// <summary>JSON object: context alias → record → version, for every record that was read; tells a change of our own making from a foreign one.</summary>
    public string RecordsJson { get; set; } = "";

    /// <summary>JSON object: the material facts by name.</summary>
    public string MaterialJson { get; set; } = "";

    /// <summary>JSON array of {label, now, after}.</summary>
    public string PreviewJson { get; set; } = "";

    /// <summary>JSON: the <c>PolicyVerdict</c>.</summary>
    public string VerdictJson { get; set; } = "";

    /// <summary>The least role that may approve it, from the verdict; approvals are listed by it.</summary>
    public string ApproverRole { get; set; } = "";

    /// <summary>The row that decided the verdict, such as <c>refunds/R7</c>; approvals are grouped by it.</summary>
    public string DecidingRule { get; set; } = "";

    /// <summary>JSON array of {label, was, now}: what changed since it was approved, when it came back; else empty.</summary>
    public string ChangedJson { get; set; } = "[]";

    /// <summary>Hundredths of <see cref="Currency"/>; 0 when no money is at stake.</summary>
    public long Amount { get; set; }

    public string? Currency { get; set; }

    /// <summary>SHA-256 over the canonical contract (architecture.md, "Contract digest").</summary>
    public string Digest { get; set; } = "";

    /// <summary>Single use: a decision must name it, and each new contract has a new one.</summary>
    public Guid Nonce { get; set; }

    /// <summary>Who proposed it: an actor id, and the name to show.</summary>
    public required string ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>Policies may tell a program's proposal from a person's.</summary>
    public required ActorKind ProposedByKind { get; init; }

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

    /// <summary>How many times the call was intended.</summary>
    public int Attempts { get; set; }

    /// <summary>How many times in a row the present step (a retry, a look) has come to nothing; it spaces the next one.</summary>
    public int Tries { get; set; }

    /// <summary>The last thing to know about its state, as a sentence; for Failed the other side's refusal.</summary>
    public string StateReason { get; set; } = "";

    /// <summary>The record of the assessment that the present contract comes from; null for contracts made before decisions were recorded.</summary>
    public long? DecisionId { get; set; }

    /// <summary>Grows with every change of this row.</summary>
    public int Version { get; set; }

    /// <summary>Binds the row to what an assessment found, under a new nonce: decisions made on an earlier contract no longer count.</summary>
    public void Bind(Assessment found, Guid nonce)
    {
        ActionTypeVersion = found.Type.Version;
        Title = found.Title;
        ParametersJson = CanonicalJson.Write(found.Parameters);
        ContextJson = CanonicalJson.Write(found.Context.Values);
        RecordsJson = CanonicalJson.Write(found.Context.RecordsAsJson());
        TargetsJson = CanonicalJson.Write(found.Context.VersionsOf(found.Type.Targets));
        MaterialJson = CanonicalJson.Write(found.Material);
        PreviewJson = ActionJson.Write(found.Preview);
        VerdictJson = ActionJson.Write(found.Verdict);
        ApproverRole = found.Verdict.ApproverRole;
        DecidingRule = found.Verdict.Hits.Count == 0 ? "-" : $"{found.Verdict.Hits[0].PolicyId}/{found.Verdict.Hits[0].RuleId}";
        Amount = found.Amount;
        Currency = found.Currency;
        Rebind(nonce);
    }

    /// <summary>Voids every decision made so far; the digest follows the row's own columns.</summary>
    public void Rebind(Guid nonce)
    {
        Nonce = nonce;
        Digest = Contract.Of(this).Digest;
    }
}
