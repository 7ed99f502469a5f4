using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Cases;

/// <summary>An older open case of the same customer that names the same record: perhaps the same matter. A person says whether it is.</summary>
/// <param name="Names">The record that both name, as it is called in the messages.</param>
public sealed record PossibleCase(Guid Id, long Number, string Subject, string Names)
{
    private const int MostLookedAt = 5;

    internal static async Task<PossibleCase?> FindAsync(OpsDbContext db, CaseView view, CancellationToken cancellation)
    {
        var @case = view.Case;
        if (@case.CustomerRecord is null || @case.Stage == CaseStage.Closed)
        {
            return null;
        }

        var named = view.Facts.Select(fact => fact.Record).OfType<string>().Where(record => record != @case.CustomerRecord).Distinct()
            .Select(record => record[(record.LastIndexOf('/') + 1)..]).Where(id => AreNamed(view.Messages, id)).ToList();
        var others = named.Count == 0 ? [] : await db.Set<Case>()
            .Where(row => row.CustomerRecord == @case.CustomerRecord && row.Id != @case.Id && row.Stage != CaseStage.Closed && row.Number < @case.Number)
            .OrderByDescending(row => row.Number).Take(MostLookedAt).ToListAsync(cancellation);
        foreach (var other in others)
        {
            var messages = await db.Set<CaseMessage>().Where(row => row.CaseId == other.Id && row.Kind == MessageKind.Inbound).ToListAsync(cancellation);
            if (named.Find(id => AreNamed(messages, id)) is { } same)
            {
                return new PossibleCase(other.Id, other.Number, other.Subject, same);
            }
        }

        return null;
    }

    private static bool AreNamed(IEnumerable<CaseMessage> messages, string id) =>
        messages.Any(message => message.Kind == MessageKind.Inbound && message.Body.Contains(id, StringComparison.OrdinalIgnoreCase));
}
