using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>Reads proposals that people decided on, the newest first, with what was judged.</summary>
public sealed class ReadJudged(OpsDatabase database)
{
    /// <summary>More than this tells nothing new, and memory is bounded.</summary>
    private const int Most = 6_000;

    internal async Task<IReadOnlyList<JudgedProposal>> ReadAsync(ReplaySpan span, string? actionType, CancellationToken cancellation)
    {
        var found = new List<JudgedProposal>();
        await foreach (var page in new DecisionPages(database, span, [actionType ?? Policy.AllActionTypes], []).ReadAsync(cancellation))
        {
            found.AddRange(page.Select(stored => JudgedProposal.Of(stored.Record, DecisionSnapshot.Unpack(stored.Snapshot))).OfType<JudgedProposal>());
            if (found.Count >= Most)
            {
                break;
            }
        }

        return found;
    }
}
