using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Audit;

/// <summary>One row of the log. Its hash covers every other member and the hash of the row before.</summary>
public sealed class AuditRecord
{
    /// <summary>What the first row names as its predecessor.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>From 1, without gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ActorKind ActorKind { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Event { get; init; }

    public required string Subject { get; init; }

    public required string Outcome { get; init; }

    /// <summary>Canonical JSON; the hash covers this very text.</summary>
    public required string DetailsJson { get; init; }

    public Guid? CaseId { get; init; }

    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over the canonical JSON of all the above, as 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The row that follows <paramref name="previousSequence"/>, sealed.</summary>
    public static AuditRecord After(long previousSequence, string previousHash, AuditEntry entry, DateTimeOffset at)
    {
        var record = new AuditRecord
        {
            Sequence = previousSequence + 1,
            // The database keeps microseconds; the hash must be of what is read back.
            At = new DateTimeOffset(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero),
            ActorKind = entry.Actor.Kind,
            ActorId = entry.Actor.Id,
            ActorName = entry.Actor.Name,
            Event = entry.Event,
            Subject = entry.Subject,
            Outcome = entry.Outcome,
            DetailsJson = CanonicalJson.Write(entry.Details),
            CaseId = entry.CaseId,
            PreviousHash = previousHash,
        };
        record.Hash = record.ComputeHash();
        return record;
    }

    public string ComputeHash() => CanonicalJson.Digest(Body());

    /// <summary>The row as JSON, as it is exported; whoever holds it can compute the hash without this program.</summary>
    public JsonObject ToJson()
    {
        var body = Body();
        body["hash"] = Hash;
        return body;
    }

    /// <summary>The same row without who did it and what was written, for whoever is not to learn that yet. Its hash stays that of the whole row.</summary>
    internal AuditRecord Veiled() => new()
    {
        Sequence = Sequence,
        At = At,
        ActorKind = ActorKind,
        ActorId = "",
        ActorName = "Withheld until enough have approved",
        Event = Event,
        Subject = Subject,
        Outcome = Outcome,
        DetailsJson = """{"withheld":true}""",
        CaseId = CaseId,
        PreviousHash = PreviousHash,
        Hash = Hash,
    };

    private JsonObject Body() => new()
    {
        ["sequence"] = Sequence,
        ["at"] = At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["actorKind"] = ActorKind.ToString(),
        ["actorId"] = ActorId,
        ["actorName"] = ActorName,
        ["event"] = Event,
        ["subject"] = Subject,
        ["outcome"] = Outcome,
        ["details"] = DetailsJson,
        ["caseId"] = CaseId?.ToString(),
        ["previousHash"] = PreviousHash,
    };
}
