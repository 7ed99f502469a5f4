using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Importing;

/// <summary>An import with the lines that did not become cases.</summary>
public sealed record ImportView(CaseImport Import, IReadOnlyList<CaseImportProblem> Problems);

/// <summary>Reads imports and what became of their lines.</summary>
public sealed class ReadImports(OpsDatabase database)
{
    private const int MostListed = 20;

    /// <summary>The latest imports, the last one first; nothing for an actor who may not import.</summary>
    public Task<List<CaseImport>> ListAsync(Actor actor, CancellationToken cancellation) => actor.May(Permissions.CasesImport)
        ? database.ReadAsync(db => db.Set<CaseImport>().OrderByDescending(row => row.StartedAt).Take(MostListed).ToListAsync(cancellation), cancellation)
        : Task.FromResult<List<CaseImport>>([]);

    /// <summary>Null when there is none or the actor may not know of it.</summary>
    public Task<ImportView?> ReadAsync(Actor actor, Guid importId, CancellationToken cancellation) => actor.May(Permissions.CasesImport)
        ? database.ReadAsync(db => ReadAsync(db, importId, cancellation), cancellation)
        : Task.FromResult<ImportView?>(null);

    private static async Task<ImportView?> ReadAsync(OpsDbContext db, Guid importId, CancellationToken cancellation)
    {
        var import = await db.Set<CaseImport>().SingleOrDefaultAsync(row => row.Id == importId, cancellation);
        return import is null ? null : new ImportView(
            import,
            await db.Set<CaseImportProblem>().Where(row => row.ImportId == importId).OrderBy(row => row.Line).ToListAsync(cancellation));
    }
}
