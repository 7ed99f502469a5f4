using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Operation;

/// <summary>What came of asking for a backup.</summary>
public abstract record BackUpOutcome
{
    private BackUpOutcome()
    {
    }

    public sealed record Done(Backup Backup) : BackUpOutcome;

    public sealed record Forbidden(NotAllowed Missing) : BackUpOutcome;

    /// <summary>The copy could not be written; the sentence says why.</summary>
    public sealed record Failed(string Reason) : BackUpOutcome;
}

/// <summary>A folder with a whole copy.</summary>
public sealed record Backup(string Name, DateTimeOffset At, long Bytes);

/// <summary>
/// Copies the database, consistent as of one moment while the console works on, with the keys that its secrets are encrypted by. The copy
/// gets its name only when it is whole.
/// </summary>
public sealed class BackUp(OpsDatabase database, StorageOptions storage, IAuditLog log, TimeProvider clock)
{
    private const string Unfinished = ".unfinished";

    private string Folder => Path.Combine(storage.Folder, "backups");

    public async Task<BackUpOutcome> RunAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.SystemOperate))
        {
            await log.AppendAsync(new AuditEntry(actor, "system.backed-up", "system", "refused", new() { ["lacks"] = Permissions.SystemOperate }), cancellation);
            return new BackUpOutcome.Forbidden(new NotAllowed(Permissions.SystemOperate));
        }

        var name = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH-mm-ss.fff'Z'", CultureInfo.InvariantCulture);
        try
        {
            var backup = await CopyAsync(name, cancellation);
            await log.AppendAsync(new AuditEntry(actor, "system.backed-up", "system", "ok", new() { ["name"] = backup.Name, ["bytes"] = backup.Bytes }), cancellation);
            return new BackUpOutcome.Done(backup);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await log.AppendAsync(new AuditEntry(actor, "system.backed-up", "system", "failed", new() { ["message"] = failure.Message }), cancellation);
            return new BackUpOutcome.Failed(failure.Message);
        }
    }

    /// <summary>The finished backups, newest first.</summary>
    public IReadOnlyList<Backup> List() => !Directory.Exists(Folder)
        ? []
        : [.. new DirectoryInfo(Folder).GetDirectories().Where(folder => folder.Extension != Unfinished).Select(Describe).OrderByDescending(backup => backup.At)];

    private async Task<Backup> CopyAsync(string name, CancellationToken cancellation)
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(Folder, name + Unfinished)).FullName;
        var copy = Path.Combine(unfinished, Path.GetFileName(storage.DatabaseFile));
        await database.ReadAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancellation), cancellation);
        var keys = Directory.CreateDirectory(Path.Combine(unfinished, "keys")).FullName;
        foreach (var file in Directory.Exists(storage.KeysFolder) ? Directory.GetFiles(storage.KeysFolder) : [])
        {
            File.Copy(file, Path.Combine(keys, Path.GetFileName(file)));
        }

        var finished = Path.Combine(Folder, name);
        Directory.Move(unfinished, finished);
        return Describe(new DirectoryInfo(finished));
    }

    private static Backup Describe(DirectoryInfo folder) => new(
        folder.Name, folder.CreationTimeUtc, folder.GetFiles("*", SearchOption.AllDirectories).Sum(file => file.Length));
}
