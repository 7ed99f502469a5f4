namespace OpsConsole.Core.Cases.Searching;

/// <summary>Which cases a list holds. What is null does not narrow it.</summary>
public sealed record CaseFilter
{
    public CaseScope Scope { get; init; }

    public string? Queue { get; init; }

    public CaseOwner Owner { get; init; }

    public CaseStage? Stage { get; init; }

    public string? CaseTypeId { get; init; }

    public BestAction? Best { get; init; }

    public CaseClockFilter Clock { get; init; }

    public CaseOffer Offer { get; init; }

    /// <summary>The customer's record, such as <c>sandbox/customers/C-1001</c>.</summary>
    public string? CustomerRecord { get; init; }

    /// <summary>At least this much at stake, in hundredths.</summary>
    public long? ValueFrom { get; init; }

    /// <summary>Words that all stand in subject, messages, customer or number; the last one may be a beginning.</summary>
    public string? Text { get; init; }
}
