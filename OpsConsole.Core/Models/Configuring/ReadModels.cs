using OpsConsole.Core.Identity;
using OpsConsole.Core.Models.Asking;
using OpsConsole.Core.Models.Spending;

namespace OpsConsole.Core.Models.Configuring;

/// <param name="KeySetAt">When its key was set; null when it has none. The key itself is shown to nobody.</param>
/// <param name="RestsUntil">Until when it is left alone because it gave no answers; null when it is asked.</param>
public sealed record ProviderView(ModelProvider Provider, DateTimeOffset? KeySetAt, string? KeySetBy, DateTimeOffset? RestsUntil = null);

/// <summary>What is configured about models, and what today has used of it.</summary>
/// <param name="TodayCost">Millionths of the limits' currency, reservations included.</param>
public sealed record ModelsView(IReadOnlyList<ProviderView> Providers, IReadOnlyList<ModelAllowance> Allowances, ModelLimits Limits, long TodayTokens, long TodayCost);

/// <summary>Reads what is configured, for the page.</summary>
public sealed class ReadModels
{
    private readonly ModelSettings _settings;
    private readonly ModelLedger _ledger;
    private readonly RestingProviders _resting;

    internal ReadModels(ModelSettings settings, ModelLedger ledger, RestingProviders resting) => (_settings, _ledger, _resting) = (settings, ledger, resting);

    /// <summary>Null for those who may not see it.</summary>
    public async Task<ModelsView?> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ModelsView))
        {
            return null;
        }

        var (setup, today) = (_settings.Current, await _ledger.ReadTodayAsync(cancellation));
        return new ModelsView(
            [.. setup.Providers.Select(provider => new ProviderView(provider, setup.Keys.GetValueOrDefault(provider.Name)?.SetAt, setup.Keys.GetValueOrDefault(provider.Name)?.SetBy, _resting.RestsUntil(provider)))],
            [.. setup.Allowances.Values], setup.Limits, today.Tokens, today.Cost);
    }
}
