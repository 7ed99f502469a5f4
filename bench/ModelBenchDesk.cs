using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsConsole.Core;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;

namespace OpsConsole.Bench;

/// <summary>A console of its own in a temporary folder that may ask servers on this machine.</summary>
internal sealed class ModelBenchDesk : IAsyncDisposable
{
    private static readonly Actor Admin = new(ActorKind.Person, "bench", "Bench", [Roles.Admin]);

    private readonly ServiceProvider _services;
    private readonly string _folder;

    public ModelBenchDesk(params IReadOnlyList<string> hosts)
    {
        _folder = Directory.CreateTempSubdirectory("opsconsole-bench-").FullName;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton(new ModelOptions { AllowedHosts = hosts });
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddCore(new StorageOptions { Folder = _folder });
        _services = services.BuildServiceProvider();
        _services.GetRequiredService<Migrator>().Apply();
    }

    /// <summary>Puts one provider in the place of all before it.</summary>
    public async Task UseAsync(string name, string address, string model, Action<ModelProvider>? change = null)
    {
        var save = _services.GetRequiredService<SaveProvider>();
        foreach (var known in (await _services.GetRequiredService<ReadModels>().ReadAsync(Admin, CancellationToken.None))!.Providers)
        {
            await save.RemoveAsync(Admin, known.Provider.Name, CancellationToken.None);
        }

        var provider = new ModelProvider
        {
            Name = name, Kind = ProviderKind.Compatible, BaseUrl = address, CarefulModel = model, InputPrice = 1_000_000, OutputPrice = 4_000_000, IsOn = true, FirstTokenSeconds = 3, WholeSeconds = 3,
        };
        change?.Invoke(provider);
        if (await save.SaveAsync(Admin, provider, isNew: true, CancellationToken.None) is ModelsOutcome.Invalid invalid)
        {
            throw new InvalidOperationException(string.Join(' ', invalid.Faults));
        }
    }

    public async Task LimitAsync(ModelLimits limits) => await _services.GetRequiredService<SetModelLimits>().SetAsync(Admin, limits, CancellationToken.None);

    public Task<ModelAnswer> AskAsync(JsonObject? schema = null, IReadOnlyList<AIFunctionDeclaration>? tools = null) => _services.GetRequiredService<AskModel>().AskAsync(
        new ModelRequest
        {
            CaseId = Ids.New(TimeProvider.System), Prompt = new PromptRef("bench", 1, ""), Role = ModelRole.Careful, Messages = [new ChatMessage(ChatRole.User, "Refund?")],
            Schema = schema, Tools = tools ?? [], MostOutputTokens = 200, Veil = new Veil(),
        },
        CancellationToken.None);

    public async Task<(long Tokens, long Cost)> TodayAsync()
    {
        var view = await _services.GetRequiredService<ReadModels>().ReadAsync(Admin, CancellationToken.None);
        return (view!.TodayTokens, view.TodayCost);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
