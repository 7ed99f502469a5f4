using System.Text.Json;

namespace OpsConsole.Core.Preparation.Learning;

/// <summary>Where a version of a classifier stands.</summary>
public enum ClassifierState
{
    /// <summary>Learnt and measured; nobody has said yet what becomes of it.</summary>
    Candidate,

    /// <summary>It says what new cases are. At most one version of a pack is.</summary>
    InForce,

    /// <summary>It was in force, and a person can put it back.</summary>
    Retired,

    /// <summary>It was worse than the version in force on the same cases.</summary>
    Rejected,
}

/// <summary>A classifier as it was learnt once, with what it was measured by. Its figures are never changed, only its state.</summary>
public sealed class ClassifierVersion
{
    public required Guid Id { get; init; }

    public required string PackId { get; init; }

    /// <summary>From 1 within the pack.</summary>
    public required int Number { get; init; }

    public required ClassifierState State { get; set; }

    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>What it learnt from in all, the pack's own examples among them.</summary>
    public required int Examples { get; init; }

    /// <summary>How many of these were decided cases.</summary>
    public required int FromCases { get; init; }

    /// <summary>How many decided cases it was measured on and did not learn from.</summary>
    public required int HeldOut { get; init; }

    /// <summary>JSON of its <see cref="ClassifierFigures"/> on the cases held out.</summary>
    public required string FiguresJson { get; init; }

    /// <summary>JSON of the figures of the version then in force on the same cases.</summary>
    public required string BeforeJson { get; init; }

    /// <summary>From which confidence on its answer stands without a person.</summary>
    public required double Sure { get; init; }

    /// <summary>Whether <see cref="Sure"/> was found on cases held out.</summary>
    public required bool IsSureMeasured { get; init; }

    /// <summary>Why it was put in force or not when it had been measured.</summary>
    public required string Why { get; init; }

    /// <summary>What became of it since, as a sentence; empty when nothing did.</summary>
    public string Note { get; set; } = "";

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedByName { get; set; }

    public ClassifierFigures Figures => Read(FiguresJson);

    public ClassifierFigures Before => Read(BeforeJson);

    private static ClassifierFigures Read(string json) => JsonSerializer.Deserialize<ClassifierFigures>(json) ?? ClassifierFigures.Of([]);
}

/// <summary>The weights of a version, apart from it, because lists never need them.</summary>
public sealed class ClassifierWeights
{
    public required Guid VersionId { get; init; }

    public required byte[] Bytes { get; init; }
}
