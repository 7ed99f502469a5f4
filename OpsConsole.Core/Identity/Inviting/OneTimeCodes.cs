using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity.Inviting;

internal static class OneTimeCodes
{
    /// <summary>The code's row, if it is neither used nor expired.</summary>
    public static Task<OneTimeCode?> FindAsync(OpsDbContext db, CodePurpose purpose, string code, TimeProvider clock, CancellationToken cancellation)
    {
        var hash = SecretText.Hash(code.Trim());
        var now = clock.GetUtcNow();
        return db.Set<OneTimeCode>().FirstOrDefaultAsync(
            row => row.Hash == hash && row.Purpose == purpose && row.UsedAt == null && row.ExpiresAt > now, cancellation);
    }
}
