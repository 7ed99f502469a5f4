using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Importing;

/// <summary>
/// Reads the lines of an import into cases. Each batch is one transaction that also moves the import's own progress on, so that a crash
/// repeats at most a batch, and a batch that is repeated finds its cases there already.
/// </summary>
public sealed class RunImport(OpsDatabase database, OpenCase openCase, IAuditLog audit, StorageOptions storage, TimeProvider clock)
{
    private const int LinesAtOnce = 50;

    /// <summary>The imports that have lines left, the oldest first.</summary>
    public Task<List<Guid>> FindDueAsync(CancellationToken cancellation) => database.ReadAsync(
        db => db.Set<CaseImport>().Where(row => row.State == ImportState.Running || row.State == ImportState.Cancelling)
            .OrderBy(row => row.StartedAt).Select(row => row.Id).ToListAsync(cancellation),
        cancellation);

    /// <summary>Goes on with an import until it is done, cancelled or cannot go on.</summary>
    public async Task RunAsync(Guid importId, CancellationToken cancellation)
    {
        var import = await database.ReadAsync(db => db.Set<CaseImport>().SingleAsync(row => row.Id == importId, cancellation), cancellation);
        try
        {
            await using (var file = new FileStream(ImportCases.FileOf(storage, importId), FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous))
            {
                file.Position = import.BytesRead;
                await ReadLinesAsync(import, file, cancellation);
            }

            File.Delete(ImportCases.FileOf(storage, importId));
        }
        catch (IOException problem)
        {
            await EndAsync(importId, $"The kept file cannot be read: {problem.Message} Hand it in again; cases that are in are not doubled.", cancellation);
        }
    }

    private async Task ReadLinesAsync(CaseImport import, FileStream file, CancellationToken cancellation)
    {
        var start = import.BytesRead;
        var batch = new List<Line>(LinesAtOnce);
        await foreach (var line in LineReader.ReadAsync(file, cancellation))
        {
            batch.Add(line with { End = start + line.End });
            if (batch.Count < LinesAtOnce)
            {
                continue;
            }

            if (!await SaveAsync(import, batch, cancellation))
            {
                return;
            }

            batch.Clear();
        }

        if (await SaveAsync(import, batch, cancellation))
        {
            await EndAsync(import.Id, "", cancellation);
        }
    }

    /// <summary>False when the import was asked to stop.</summary>
    private Task<bool> SaveAsync(CaseImport import, List<Line> lines, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var row = await db.Set<CaseImport>().SingleAsync(found => found.Id == import.Id, cancellation);
            db.Announce("import", import.Id);
            if (row.State != ImportState.Running)
            {
                (row.State, row.EndedAt) = (ImportState.Cancelled, clock.GetUtcNow());
                return false;
            }

            var person = new Actor(ActorKind.Person, row.StartedById, row.StartedByName, []);
            foreach (var line in lines)
            {
                row.Lines++;
                row.BytesRead = line.End;
                await ReadLineAsync(db, person, row, line, cancellation);
            }

            return true;
        },
        cancellation);

    private async Task ReadLineAsync(OpsDbContext db, Actor person, CaseImport import, Line line, CancellationToken cancellation)
    {
        if (line.Text?.Length == 0)
        {
            return;
        }

        var read = ImportLine.Read(line.Text);
        if (read.Case is null)
        {
            Refuse(db, import, read.What, read.Why);
            return;
        }

        switch (await openCase.OpenAsync(db, person, read.Case, key: null, cancellation))
        {
            case OpenCaseOutcome.Opened:
                import.Opened++;
                break;
            case OpenCaseOutcome.Joined:
                import.Joined++;
                break;
            case OpenCaseOutcome.Known:
                import.Known++;
                break;
            case OpenCaseOutcome.Refused:
                Refuse(db, import, read.What, "The case was refused.");
                break;
        }
    }

    private static void Refuse(OpsDbContext db, CaseImport import, string what, string why)
    {
        if (import.Refused++ < CaseImportProblem.MostKept)
        {
            db.Add(new CaseImportProblem { ImportId = import.Id, Line = import.Lines, What = what, Why = why });
        }
    }

    private Task EndAsync(Guid importId, string failure, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var row = await db.Set<CaseImport>().SingleAsync(found => found.Id == importId, cancellation);
            row.State = failure.Length == 0 ? ImportState.Done : ImportState.Failed;
            row.Failure = failure;
            row.EndedAt = clock.GetUtcNow();
            var counts = new JsonObject { ["opened"] = row.Opened, ["joined"] = row.Joined, ["known"] = row.Known, ["refused"] = row.Refused };
            await audit.AppendAsync(db, new AuditEntry(Actor.Jobs, "import.ended", $"import/{importId}", failure.Length == 0 ? "ok" : "failed", counts), cancellation);
            db.Announce("import", importId);
        },
        cancellation);
}
