namespace OpsConsole.Core.Cases;

/// <summary>One matter of one customer, with its conversation, facts and actions.</summary>
public sealed class Case
{
    public required Guid Id { get; init; }

    /// <summary>Shown as <c>CASE-1042</c>.</summary>
    public required long Number { get; init; }

    public required string Subject { get; set; }

    /// <summary>Null until classified or picked by a person.</summary>
    public string? CaseTypeId { get; set; }

    /// <summary>How sure the classifier was, 0 to 1; null when a person picked the type.</summary>
    public double? TypeConfidence { get; set; }

    public required CaseStage Stage { get; set; }

    /// <summary>Where it came in: email, chat, phone, web form.</summary>
    public required string Channel { get; init; }

    /// <summary>Who hands ids out: a service identity's id, <c>file</c>, <c>form</c> or <c>demo</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The sender's own id of the message, unique per <see cref="Source"/>; null for cases made by hand.</summary>
    public string? ExternalId { get; init; }

    /// <summary>What the sender says about the customer, such as an e-mail address or a customer number. A hint, not a fact.</summary>
    public string? CustomerHint { get; init; }

    /// <summary>The customer's record, such as <c>sandbox/customers/C-1001</c>; null until identified.</summary>
    public string? CustomerRecord { get; set; }

    public string? CustomerName { get; set; }

    /// <summary>Money at stake in hundredths of <see cref="Currency"/>.</summary>
    public long ValueAtRisk { get; set; }

    public string? Currency { get; set; }

    /// <summary>
    /// The moment at which nothing is more urgent: the due time, moved forward by the money at stake. Does not depend on now, so that an
    /// index can sort by it; <see cref="CaseClock.Priority"/> reads 0 to 100 from it.
    /// </summary>
    public required DateTimeOffset UrgentAt { get; set; }

    public BestAction Best { get; set; }

    /// <summary>Whether the data relied on may be relied on; set by preparation's data check.</summary>
    public CaseReadiness Readiness { get; set; }

    /// <summary>What preparation found to be missing, one sentence a line; empty when nothing is.</summary>
    public string Missing { get; set; } = "";

    /// <summary>The briefing's summary; sentences cite facts as <c>[1]</c>.</summary>
    public string Summary { get; set; } = "";

    /// <summary>The drafted reply; never sent by itself.</summary>
    public string Draft { get; set; } = "";

    /// <summary>What the evidence says to the summary, sentence by sentence, as JSON; empty when the playbook wrote it.</summary>
    public string SummaryCheckJson { get; set; } = "";

    /// <summary>What the evidence says to the drafted reply as preparation wrote it; empty when the playbook or a person wrote it.</summary>
    public string DraftCheckJson { get; set; } = "";

    /// <summary>The language of a reply that a model drafted, such as <c>de</c>; else empty.</summary>
    public string DraftLanguage { get; set; } = "";

    /// <summary>The models whose answers were used in preparing it; empty when the playbook did all.</summary>
    public string PreparedWith { get; set; } = "";

    /// <summary>What a person should know of the models' part, one sentence a line: that none could be used, that they differ from the playbook.</summary>
    public string ModelNote { get; set; } = "";

    /// <summary>Stretches of text that look as if they were meant for a machine, as JSON; empty when there are none.</summary>
    public string SuspiciousJson { get; set; } = "";
    /// <summary>What checking the drafted reply found, as <see cref="Replying.ReplyCheck"/> writes it; null when nobody checked.</summary>
    public string? ReplyCheckJson { get; set; }

    /// <summary>What the newest messages changed, as <see cref="Preparing.ChangeNote"/> writes it; null before there was a second message.</summary>
    public string? ChangesJson { get; set; }

    /// <summary>The case in which this one goes on, when somebody found that the two are one matter.</summary>
    public Guid? MergedIntoId { get; set; }

    public string? AssigneeId { get; set; }

    public string? AssigneeName { get; set; }

    /// <summary>The person to whom the case is handed off; it stays with the assignee until that person accepts.</summary>
    public string? OfferedToId { get; set; }

    public string? OfferedToName { get; set; }

    public string? OfferedById { get; set; }

    public string? OfferedByName { get; set; }

    /// <summary>What the receiver is to know.</summary>
    public string OfferNote { get; set; } = "";

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When a decision is due; null while the type is not known.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? AtRiskAt { get; set; }

    /// <summary>Since when the clock stands still because the customer is to answer; null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>How long the clock has stood still in all, not counting a pause that is still going on.</summary>
    public TimeSpan WaitedFor { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public string? Resolution { get; set; }

    /// <summary>Grows with every change of this row; sent back with commands so that a person acts on what was seen.</summary>
    public int Version { get; set; }

    /// <summary>The queue that the case type names; empty while there is none.</summary>
    public string Queue { get; set; } = "";

    /// <summary>Wanted by the preparation job: when it may be taken (again). Null when nothing is to be prepared.</summary>
    public DateTimeOffset? PrepareAt { get; set; }

    public string? PrepareOwner { get; set; }

    public DateTimeOffset? PrepareLeaseUntil { get; set; }

    /// <summary>Grows with each claim; a job writes only while it still holds the newest.</summary>
    public long PrepareFence { get; set; }
}
