using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Importing;

/// <summary>How the start of an import ended.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>The file is kept and its lines are read in the background.</summary>
    public sealed record Started(Guid ImportId) : ImportOutcome;

    /// <summary>Nothing was kept.</summary>
    public sealed record Refused(CaseError Error) : ImportOutcome;
}

/// <summary>Takes files of cases. The file is kept first and read afterwards, so that neither leaving the page nor a crash loses anything.</summary>
public sealed class ImportCases(OpsDatabase database, IAuditLog audit, StorageOptions storage, TimeProvider clock)
{
    public const long MostBytes = 1L << 30;

    /// <summary>Keeps the file and queues it. The stream is written through; it is never held in memory.</summary>
    public async Task<ImportOutcome> StartAsync(Actor actor, string fileName, Stream content, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.CasesImport))
        {
            await audit.AppendAsync(Entry(actor, "import.refused", "import", fileName, "refused"), cancellation);
            return new ImportOutcome.Refused(new CaseError.Forbidden(new NotAllowed(Permissions.CasesImport)));
        }

        var id = Ids.New(clock);
        var bytes = await KeepAsync(id, content, cancellation);
        if (bytes is 0 or > MostBytes)
        {
            File.Delete(FileOf(storage, id));
            return new ImportOutcome.Refused(new CaseError.Invalid(
                [bytes == 0 ? "The file is empty; choose a file with one case a line." : $"The file is larger than {MostBytes >> 20} MiB; split it and hand the parts in one after the other."]));
        }

        await database.WriteAsync(
            async db =>
            {
                db.Add(new CaseImport
                {
                    Id = id,
                    FileName = Path.GetFileName(fileName),
                    StartedById = actor.Id,
                    StartedByName = actor.Name,
                    StartedAt = clock.GetUtcNow(),
                    State = ImportState.Running,
                    Bytes = bytes,
                });
                await audit.AppendAsync(db, Entry(actor, "import.started", $"import/{id}", fileName, "ok"), cancellation);
                db.Announce("import", id);
            },
            cancellation);
        return new ImportOutcome.Started(id);
    }

    /// <summary>Asks a running import to stop; what is in stays in. False when it is not running.</summary>
    public Task<bool> CancelAsync(Actor actor, Guid importId, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var found = actor.May(Permissions.CasesImport)
                ? await db.Set<CaseImport>().SingleOrDefaultAsync(row => row.Id == importId && row.State == ImportState.Running, cancellation)
                : null;
            if (found is null)
            {
                return false;
            }

            found.State = ImportState.Cancelling;
            await audit.AppendAsync(db, Entry(actor, "import.cancelled", $"import/{importId}", found.FileName, "ok"), cancellation);
            db.Announce("import", importId);
            return true;
        },
        cancellation);

    /// <summary>Where the lines of an import wait to be read.</summary>
    internal static string FileOf(StorageOptions storage, Guid importId) => Path.Combine(storage.Folder, "imports", $"{importId}.jsonl");

    private async Task<long> KeepAsync(Guid id, Stream content, CancellationToken cancellation)
    {
        var path = FileOf(storage, id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous);
            var buffer = new byte[81920];
            while (file.Length <= MostBytes && await content.ReadAsync(buffer, cancellation) is > 0 and var count)
            {
                await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
            }

            return file.Length;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static AuditEntry Entry(Actor actor, string name, string subject, string fileName, string outcome) =>
        new(actor, name, subject, outcome, new JsonObject { ["file"] = Path.GetFileName(fileName) });
}
