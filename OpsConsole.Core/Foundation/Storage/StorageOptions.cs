namespace OpsConsole.Core.Foundation.Storage;

/// <summary>Where everything is kept. Bound to the section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The folder of all data files, relative to the content root unless rooted.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>The console's own database file inside <see cref="Folder"/>.</summary>
    public string DatabaseFile => Path.Combine(Folder, "opsconsole.db");

    /// <summary>The scheduler's file; a file of its own because two libraries that lock one SQLite file deadlock.</summary>
    public string JobsFile => Path.Combine(Folder, "jobs.db");

    /// <summary>The keys that encrypt secrets and cookies.</summary>
    public string KeysFolder => Path.Combine(Folder, "keys");
}
