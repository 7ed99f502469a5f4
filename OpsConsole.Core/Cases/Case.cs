namespace OpsConsole.Core.Cases;

/// <summary>Where a case stands; a person sees these as steps.</summary>
public enum CaseStage
{
    /// <summary>Received, nothing done yet.</summary>
    Open,

    /// <summary>Jobs are preparing it.</summary>
    Prepare,

    /// <summary>A person is to decide, ask or write.</summary>
    Decide,

    /// <summary>Decided actions are queued or running.</summary>
    Act,

    /// <summary>All actions have ended and their effects are being looked at.</summary>
    Verify,

    /// <summary>Resolved.</summary>
    Closed,
}

/// <summary>The best that the recommended actions of a case allow; the queue's chip.</summary>
public enum BestAction
{
    /// <summary>Nothing is proposed.</summary>
    None,

    /// <summary>Policies allow it; one click or a lease runs it.</summary>
    ReadyToRun,

    /// <summary>An agent decides.</summary>
    NeedsYou,

    /// <summary>A supervisor decides.</summary>
    NeedsSupervisor,

    /// <summary>Denied, or something is missing.</summary>
    Blocked,

    /// <summary>At least one outcome is not known.</summary>
    Unknown,

    /// <summary>Decided and under way.</summary>
    Running,

    /// <summary>All that was approved is verified.</summary>
    Done,
}

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

    /// <summary>The sender's own id of the message, unique per service; null for cases made by hand.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The customer's record, such as <c>sandbox/customers/C-1001</c>; null until identified.</summary>
    public string? CustomerRecord { get; set; }

    public string? CustomerName { get; set; }

    /// <summary>Money at stake in hundredths of <see cref="Currency"/>.</summary>
    public long ValueAtRisk { get; set; }

    public string? Currency { get; set; }

    /// <summary>0 to 100, from value at risk and time left.</summary>
    public int Priority { get; set; }

    public BestAction Best { get; set; }

    /// <summary>What preparation found to be missing, one sentence a line; empty when nothing is.</summary>
    public string Missing { get; set; } = "";

    /// <summary>The briefing's summary; sentences cite facts as <c>[1]</c>.</summary>
    public string Summary { get; set; } = "";

    /// <summary>The drafted reply; never sent by itself.</summary>
    public string Draft { get; set; } = "";

    public string? AssigneeId { get; set; }

    public string? AssigneeName { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When a decision is due; null while the type is not known.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? AtRiskAt { get; set; }

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
