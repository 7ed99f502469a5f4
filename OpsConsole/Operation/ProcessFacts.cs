using System.Diagnostics;
using System.Reflection;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Operation;

/// <summary>What this process is and uses at this moment.</summary>
/// <param name="DatabaseBytes">The database with its write-ahead log.</param>
public sealed record ProcessFacts(TimeSpan Uptime, long MemoryBytes, long DatabaseBytes, string Folder)
{
    public static string Version { get; } =
        typeof(ProcessFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static ProcessFacts Read(StorageOptions storage, TimeProvider clock)
    {
        using var process = Process.GetCurrentProcess();
        var database = new[] { storage.DatabaseFile, storage.DatabaseFile + "-wal" }.Select(file => new FileInfo(file)).Where(file => file.Exists).Sum(file => file.Length);
        return new ProcessFacts(clock.GetUtcNow() - process.StartTime.ToUniversalTime(), process.WorkingSet64, database, storage.Folder);
    }
}
