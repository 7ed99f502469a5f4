using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Identity;

namespace OpsConsole.Models;

/// <summary>What a person can change on the page of models; each asks anew who it is, and answers with words when it is refused.</summary>
public sealed class ModelCommands(SaveProvider save, SetProviderKey setKey, SetModelLimits setLimits, SetModelAllowance setAllowance, TestProvider test, CurrentActor current)
{
    /// <param name="key">Null or empty leaves the key as it is.</param>
    public Task<ErrorText?> SaveAsync(ModelProvider wanted, bool isNew, string? key, CancellationToken cancellation) => AsAsync(
        async actor =>
        {
            var saved = await save.SaveAsync(actor, wanted, isNew, cancellation);
            return saved is ModelsOutcome.Kept && !string.IsNullOrWhiteSpace(key) ? await setKey.SetAsync(actor, wanted.Name, key, cancellation) : saved;
        },
        cancellation);

    public Task<ErrorText?> MoveUpAsync(string name, CancellationToken cancellation) => AsAsync(actor => save.MoveUpAsync(actor, name, cancellation), cancellation);

    public Task<ErrorText?> RemoveAsync(string name, CancellationToken cancellation) => AsAsync(actor => save.RemoveAsync(actor, name, cancellation), cancellation);

    public Task<ErrorText?> LimitAsync(ModelLimits limits, CancellationToken cancellation) => AsAsync(actor => setLimits.SetAsync(actor, limits, cancellation), cancellation);

    public Task<ErrorText?> AllowAsync(WantedAllowance wanted, CancellationToken cancellation) =>
        AsAsync(actor => setAllowance.SetAsync(actor, wanted.CaseType, wanted.Providers, wanted.Regions, cancellation), cancellation);

    /// <summary>A report, or why there is none.</summary>
    public async Task<(ProviderReport? Report, ErrorText? Refusal)> TestAsync(string name, ModelRole role, Action<string> show, CancellationToken cancellation)
    {
        if (await current.FindAsync(cancellation) is not { } actor)
        {
            return (null, ErrorText.SignedOut);
        }

        var outcome = await test.CallAsync(actor, name, role, show, cancellation);
        return ((outcome as TestCallOutcome.Called)?.Report, ModelsErrorText.Of(outcome));
    }

    private async Task<ErrorText?> AsAsync(Func<Actor, Task<ModelsOutcome>> change, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? ModelsErrorText.Of(await change(actor)) : ErrorText.SignedOut;
}
