namespace OpsConsole.Core.Preparation.Packs;

/// <summary>A pack that was loaded without fault, with its files as they were, so that it can be activated at the next start and exported.</summary>
public sealed class LoadedPack
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Version { get; set; }

    public required string Description { get; set; }

    /// <summary>JSON array of the ids of the systems that it works on.</summary>
    public required string SystemsJson { get; set; }

    /// <summary>JSON object: relative file name → text.</summary>
    public required string FilesJson { get; set; }

    public required string Digest { get; set; }

    public required DateTimeOffset LoadedAt { get; set; }

    public required string LoadedBy { get; set; }
}
