using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Actions.Proving;

/// <summary>Reads what speaks for a value in a case.</summary>
public sealed class ReadEvidence(OpsDatabase database)
{
    /// <summary>The newest are read; no sane conversation has more.</summary>
    private const int MostMessages = 200;

    public Task<CaseEvidence> ReadAsync(Guid caseId, CancellationToken cancellation) => database.ReadAsync(
        async db => new CaseEvidence(
            await db.Set<Fact>().Where(fact => fact.CaseId == caseId).OrderBy(fact => fact.Number).ToListAsync(cancellation),
            await db.Set<CaseMessage>().Where(row => row.CaseId == caseId && row.Kind == MessageKind.Inbound)
                .OrderByDescending(row => row.At).ThenBy(row => row.Id).Take(MostMessages).ToListAsync(cancellation)),
        cancellation);
}
