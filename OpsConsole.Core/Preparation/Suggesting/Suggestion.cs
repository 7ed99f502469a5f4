using System.Text.Json;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>What a suggestion would change.</summary>
public enum SuggestionKind
{
    /// <summary>The playbook asks a person instead of proposing where the condition holds.</summary>
    Playbook,

    /// <summary>A policy gets a row; it goes the way of every policy, with a draft and a second person.</summary>
    Policy,
}

/// <summary>What an owner said to a suggestion.</summary>
public enum SuggestionState
{
    /// <summary>Nobody has decided; nothing is changed by it.</summary>
    Open,

    /// <summary>An owner approved it: a guard is in force, or a draft was begun.</summary>
    Approved,

    /// <summary>An owner said no, with a reason; it does not come again.</summary>
    Dismissed,

    /// <summary>It was in force and an owner took it back.</summary>
    Revoked,
}

/// <summary>A change that rejections suggest. What it was found on is never changed, only what an owner said to it.</summary>
public sealed class Suggestion
{
    public required Guid Id { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; set; }

    /// <summary>Kind, action type, reason and condition: what was suggested once is not suggested again.</summary>
    public required string Fingerprint { get; init; }

    public required SuggestionKind Kind { get; init; }

    public required SuggestionState State { get; set; }

    public required string ActionTypeId { get; init; }

    /// <summary>The reason that people gave for the rejections behind it.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>JSON array of <see cref="FieldTest"/>; all must hold.</summary>
    public required string ConditionJson { get; init; }

    /// <summary>The same as FEEL over what policies see.</summary>
    public required string Condition { get; init; }

    public required string Sentence { get; init; }

    /// <summary>Replay: how many rejections for this reason would not have been needed.</summary>
    public required int Removed { get; init; }

    /// <summary>Replay: how many proposals that were approved it would have stopped.</summary>
    public required int Stopped { get; init; }

    /// <summary>All decided proposals that the condition meets.</summary>
    public required int Matched { get; init; }

    /// <summary>All rejections of the action type for this reason.</summary>
    public required int Rejected { get; init; }

    /// <summary>All decided proposals of the action type.</summary>
    public required int Judged { get; init; }

    /// <summary>How likely a condition as good is found by chance among all that were tried (exact test, corrected).</summary>
    public required double Chance { get; init; }

    /// <summary>JSON array of the ids of decision records behind it, the newest first.</summary>
    public required string CasesJson { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public string? DecidedByName { get; set; }

    /// <summary>Why it was dismissed or taken back.</summary>
    public string? Comment { get; set; }

    /// <summary>The draft that an approval began.</summary>
    public Guid? DraftId { get; set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public IReadOnlyList<FieldTest> Tests => JsonSerializer.Deserialize<List<FieldTest>>(ConditionJson) ?? [];

    public IReadOnlyList<long> Cases => JsonSerializer.Deserialize<List<long>>(CasesJson) ?? [];
}
