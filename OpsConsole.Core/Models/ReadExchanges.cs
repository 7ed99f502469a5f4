using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models.Recording;

namespace OpsConsole.Core.Models;

/// <summary>What a list of exchanges is narrowed to; members that are null narrow nothing.</summary>
/// <param name="Before">Only older ones than this sequence number: the page after it.</param>
public sealed record ExchangeFilter(string? Provider = null, string? Prompt = null, ExchangeOutcome? Outcome = null, long? Before = null);

/// <summary>What was asked of models and what they said. Personal values are put back for those only who hold <see cref="Permissions.ModelsRead"/>.</summary>
public sealed class ReadExchanges
{
    /// <summary>How many a page holds.</summary>
    public const int PageSize = 25;

    private const int MostOfCase = 500;

    private readonly OpsDatabase _database;
    private readonly ExchangeVeils _veils;

    internal ReadExchanges(OpsDatabase database, ExchangeVeils veils) => (_database, _veils) = (database, veils);

    /// <summary>All of a case, the oldest first; none for those who may not see cases.</summary>
    public async Task<IReadOnlyList<ExchangeView>> ReadAsync(Actor actor, Guid caseId, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.CasesView))
        {
            return [];
        }

        var rows = await _database.ReadAsync(
            db => db.Set<ModelExchange>().Where(row => row.CaseId == caseId).OrderBy(row => row.Sequence).Take(MostOfCase).ToListAsync(cancellation), cancellation);
        return [.. rows.Select(row => Show(actor, row))];
    }

    /// <summary>Those of one run of preparing a case, the oldest first, without their texts; none for those who may not see cases.</summary>
    public async Task<IReadOnlyList<ExchangeView>> ListAsync(Actor actor, Guid caseId, int run, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.CasesView))
        {
            return [];
        }

        var rows = await _database.ReadAsync(
            db => db.Set<ModelExchange>().Where(row => row.CaseId == caseId && row.Run == run).OrderBy(row => row.Sequence).Take(MostOfCase).ToListAsync(cancellation), cancellation);
        return [.. rows.Select(row => ExchangeView.Of(row, "", "", false))];
    }

    /// <summary>One of a case, with its texts; null when the case has none such or the actor may not see cases.</summary>
    public async Task<ExchangeView?> FindAsync(Actor actor, Guid caseId, Guid id, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.CasesView))
        {
            return null;
        }

        var row = await _database.ReadAsync(db => db.Set<ModelExchange>().FirstOrDefaultAsync(row => row.Id == id && row.CaseId == caseId, cancellation), cancellation);
        return row is null ? null : Show(actor, row);
    }

    /// <summary>One, with its texts; null when there is none or the actor may not see it.</summary>
    public async Task<ExchangeView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ModelsView))
        {
            return null;
        }

        var row = await _database.ReadAsync(db => db.Set<ModelExchange>().FirstOrDefaultAsync(row => row.Id == id, cancellation), cancellation);
        return row is null ? null : Show(actor, row);
    }

    /// <summary>The newest that fit the filter, without their texts.</summary>
    public async Task<IReadOnlyList<ExchangeView>> SearchAsync(Actor actor, ExchangeFilter filter, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ModelsView))
        {
            return [];
        }

        var rows = await _database.ReadAsync(
            db =>
            {
                IQueryable<ModelExchange> found = db.Set<ModelExchange>();
                found = filter.Provider is { } provider ? found.Where(row => row.Provider == provider) : found;
                found = filter.Prompt is { } prompt ? found.Where(row => row.Prompt == prompt) : found;
                found = filter.Outcome is { } outcome ? found.Where(row => row.Outcome == outcome) : found;
                found = filter.Before is { } before ? found.Where(row => row.Sequence < before) : found;
                return found.OrderByDescending(row => row.Sequence).Take(PageSize).ToListAsync(cancellation);
            },
            cancellation);
        return [.. rows.Select(row => ExchangeView.Of(row, "", "", false))];
    }

    private ExchangeView Show(Actor actor, ModelExchange row)
    {
        var veil = actor.May(Permissions.ModelsRead) ? _veils.Open(row.VeilProtected) : null;
        return veil is null
            ? ExchangeView.Of(row, row.RequestText, row.AnswerText, false)
            : ExchangeView.Of(row, veil.RevealJson(row.RequestText), IsJson(row.AnswerText) ? veil.RevealJson(row.AnswerText) : veil.Reveal(row.AnswerText), true);
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
