namespace OpsConsole.Core.Foundation.Packs;

/// <summary>For whom a pack is put in force. Parts that need a second person for what changes ask for it.</summary>
public abstract record PackLoader
{
    private PackLoader()
    {
    }

    /// <summary>The operator's settings name it; it is loaded at a start.</summary>
    public sealed record Settings : PackLoader;

    /// <summary>It was loaded earlier and is put back in memory after a start; what it stored is stored already.</summary>
    public sealed record Restart : PackLoader;

    /// <summary>A person loads it now.</summary>
    public sealed record Person(string Id, string Name, IReadOnlyList<string> Roles) : PackLoader;
}
