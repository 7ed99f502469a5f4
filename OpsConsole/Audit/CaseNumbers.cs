using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Audit;

/// <summary>The numbers by which people know cases, for the ids that the log holds.</summary>
public sealed class CaseNumbers(OpsDatabase database)
{
    private const string Prefix = "CASE-";

    public async Task<IReadOnlyDictionary<Guid, string>> FindAsync(IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct().ToList();
        return await database.ReadAsync(
            async db => await db.Set<Case>().Where(row => wanted.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{row.Number}"), cancellation),
            cancellation);
    }

    /// <summary>The case that a text such as <c>CASE-1042</c> names, if it names one.</summary>
    public async Task<Guid?> FindIdAsync(string? text, CancellationToken cancellation) =>
        text?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await database.ReadAsync(db => db.Set<Case>().Where(row => row.Number == number).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellation), cancellation)
            : null;
}
