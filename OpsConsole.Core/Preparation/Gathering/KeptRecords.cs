namespace OpsConsole.Core.Preparation.Gathering;

/// <summary>What the newest run read for a case, so that a run that follows soon, and names nothing new, need not read it again.</summary>
public sealed class KeptRecords
{
    public required Guid CaseId { get; init; }

    /// <summary>SHA-256 of what the reading started from: pack, customer, and the records that were named.</summary>
    public required string InputsDigest { get; set; }

    public required DateTimeOffset ReadAt { get; set; }

    /// <summary>JSON array of records with their entities and versions, the customer first; and of the records named that are somebody else's.</summary>
    public required string RecordsJson { get; set; }
}
