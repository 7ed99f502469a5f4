using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;

namespace OpsConsole.Core.Models.Spending;

/// <summary>
/// Keeps exchanges and budgets together. Before anything is sent the most that it can use is counted as used, in the transaction that also
/// keeps the question; afterwards what was not used is given back. So budgets hold however many cases are prepared at once, and a process
/// that ends in between has spent its reservation.
/// </summary>
internal sealed class ModelLedger(OpsDatabase database, ModelSettings settings, TimeProvider clock)
{
    public const string Topic = "models";

    /// <summary>Stands in the sentence of every budget that is spent, and in no other.</summary>
    public const string MoreThanIsLeft = "and that is more than";

    private const int DroppedAtOnce = 200;

    public Task<Reserving> ReserveAsync(ModelExchange exchange, CancellationToken cancellation)
    {
        var limits = settings.Current.Limits;
        return database.WriteAsync<Reserving>(
            async db =>
            {
                var day = await UseAsync(db, ModelUse.OfDay(exchange.StartedAt), cancellation);
                var ofCase = exchange.CaseId is { } caseId ? await UseAsync(db, ModelUse.OfCase(caseId), cancellation) : null;
                if (Refusal(ofCase, day, exchange, limits) is { } refusal)
                {
                    db.ChangeTracker.Clear();
                    return new Reserving.Spent(refusal);
                }

                foreach (var use in new[] { day, ofCase }.OfType<ModelUse>())
                {
                    use.Tokens += exchange.ReservedTokens;
                    use.Cost += exchange.ReservedCost;
                }

                (exchange.Cost, exchange.Outcome) = (exchange.ReservedCost, ExchangeOutcome.Sent);
                exchange.Bytes = SizeOf(exchange);
                (await UseAsync(db, ModelUse.Texts, cancellation)).Bytes += exchange.Bytes;
                db.Add(exchange);
                return new Reserving.Reserved();
            },
            cancellation);
    }

    /// <summary>Keeps how it ended and gives back what was not used. <paramref name="exchange"/> carries the end.</summary>
    public Task SettleAsync(ModelExchange exchange, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            exchange.EndedAt = clock.GetUtcNow();
            var before = exchange.Bytes;
            exchange.Bytes = SizeOf(exchange);
            var tokens = exchange.IsUsageKnown ? exchange.InputTokens + exchange.OutputTokens : exchange.ReservedTokens;
            if (!exchange.IsUsageKnown)
            {
                exchange.Cost = exchange.ReservedCost;
            }

            foreach (var scope in new[] { ModelUse.OfDay(exchange.StartedAt), exchange.CaseId is { } caseId ? ModelUse.OfCase(caseId) : null }.OfType<string>())
            {
                var use = await UseAsync(db, scope, cancellation);
                use.Tokens += tokens - exchange.ReservedTokens;
                use.Cost += exchange.Cost - exchange.ReservedCost;
            }

            var kept = await UseAsync(db, ModelUse.Texts, cancellation);
            kept.Bytes += exchange.Bytes - before;
            db.Update(exchange);
            await DropAsync(db, kept, exchange.Id, cancellation);
            db.Announce(Topic, exchange.CaseId?.ToString() ?? "");
        },
        cancellation);

    public async Task<(long Tokens, long Cost)> ReadTodayAsync(CancellationToken cancellation)
    {
        var today = ModelUse.OfDay(clock.GetUtcNow());
        var use = await database.ReadAsync(db => db.Set<ModelUse>().FirstOrDefaultAsync(row => row.Scope == today, cancellation), cancellation);
        return (use?.Tokens ?? 0, use?.Cost ?? 0);
    }

    private static string? Refusal(ModelUse? ofCase, ModelUse day, ModelExchange wanted, ModelLimits limits)
    {
        if (ofCase is not null && (ofCase.Tokens + wanted.ReservedTokens > limits.CaseTokens || ofCase.Cost + wanted.ReservedCost > limits.CaseCost))
        {
            return $"The question could use up to {Words(wanted, limits)}, {MoreThanIsLeft} this case has left ({Left(limits.CaseTokens - ofCase.Tokens, limits.CaseCost - ofCase.Cost, limits)}). An administrator can raise the budget of a case under AI.";
        }

        return day.Tokens + wanted.ReservedTokens > limits.DayTokens || day.Cost + wanted.ReservedCost > limits.DayCost
            ? $"The question could use up to {Words(wanted, limits)}, {MoreThanIsLeft} today has left ({Left(limits.DayTokens - day.Tokens, limits.DayCost - day.Cost, limits)}). It begins anew at midnight UTC; an administrator can raise the budget of a day under AI."
            : null;
    }

    private static string Words(ModelExchange wanted, ModelLimits limits) => Left(wanted.ReservedTokens, wanted.ReservedCost, limits);

    private static string Left(long tokens, long cost, ModelLimits limits) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, tokens):N0} tokens, {Math.Max(0, cost) / 1_000_000m:0.00####} {limits.Currency}");

    private static async Task<ModelUse> UseAsync(OpsDbContext db, string scope, CancellationToken cancellation)
    {
        if (db.Set<ModelUse>().Local.FirstOrDefault(row => row.Scope == scope) is { } known)
        {
            return known;
        }

        if (await db.Set<ModelUse>().AsTracking().FirstOrDefaultAsync(row => row.Scope == scope, cancellation) is { } stored)
        {
            return stored;
        }

        var made = new ModelUse { Scope = scope };
        db.Add(made);
        return made;
    }

    /// <summary>The oldest exchanges lose their texts, never their figures, until a tenth is free, so that this is seldom done.</summary>
    private async Task DropAsync(OpsDbContext db, ModelUse kept, Guid newest, CancellationToken cancellation)
    {
        var most = settings.Current.Limits.MostExchangeBytes;
        if (kept.Bytes <= most)
        {
            return;
        }

        var oldest = await db.Set<ModelExchange>().AsTracking().Where(row => row.Bytes > 0 && row.Id != newest).OrderBy(row => row.Sequence).Take(DroppedAtOnce).ToListAsync(cancellation);
        foreach (var exchange in oldest.TakeWhile(_ => kept.Bytes > most - most / 10))
        {
            kept.Bytes -= exchange.Bytes;
            (exchange.RequestText, exchange.AnswerText, exchange.VeilProtected, exchange.Bytes) = ("", "", null, 0);
        }
    }

    private static long SizeOf(ModelExchange exchange) => exchange.RequestText.Length + exchange.AnswerText.Length + (exchange.VeilProtected?.Length ?? 0);
}
