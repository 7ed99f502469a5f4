namespace OpsConsole.Preparation;

/// <summary>Which packs are loaded at start. Bound to the section <c>Packs</c>.</summary>
public sealed class PackOptions
{
    /// <summary>The folder of packs, relative to the content root unless rooted.</summary>
    public string Folder { get; set; } = "packs";

    /// <summary>The packs to load from it, by name.</summary>
    public IReadOnlyList<string> Load { get; set; } = [];
}
