using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>The guards in force, in memory; read when a case first asks.</summary>
public sealed class GuardShelf(OpsDatabase database)
{
    private ImmutableArray<PlaybookGuard>? _guards;

    public async Task<IReadOnlyList<PlaybookGuard>> InForceAsync(CancellationToken cancellation)
    {
        if (_guards is not { } known)
        {
            known = [.. await database.ReadAsync(db => db.Set<PlaybookGuard>().Where(row => row.IsInForce).OrderBy(row => row.FromAt).ToListAsync(cancellation), cancellation)];
            _guards = known;
        }

        return known;
    }

    internal void Forget() => _guards = null;
}
