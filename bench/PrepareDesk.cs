using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Bench;

/// <summary>A console that is connected to the outside system, with that system's pack.</summary>
internal sealed class PrepareDesk : IAsyncDisposable
{
    private readonly BenchCore _core;
    private readonly RetailSystem _system;

    private PrepareDesk(RetailSystem system)
    {
        _system = system;
        _core = new BenchCore(services => services.Replace(ServiceDescriptor.Singleton(new ConnectorOptions { AllowedHosts = [system.Address.Host] })));
    }

    public PackPlaybooks Pack => _core.Get<PlaybookShelf>().Packs.Single();

    public static async Task<PrepareDesk> StartAsync(string systemFolder, string packs)
    {
        var desk = new PrepareDesk(await RetailSystem.StartAsync(systemFolder));
        await desk._core.LoadAsync(await BenchCore.ReadPackAsync(packs, RetailSystem.Id));
        await RetailConnection.MakeAsync(desk._core.Get<ImportSystem>(), desk._core.Get<SetSecret>(), BenchCore.Admin, desk._system.Address);
        return desk;
    }

    /// <summary>Opens a case of the message and prepares it as the job does; the time is preparation's alone.</summary>
    public async Task<PrepareOutcome> PrepareAsync(JsonObject line, CancellationToken cancellation)
    {
        var id = line["case_id"]!.GetValue<string>();
        var caseId = await _core.ReceiveAsync(
            new NewCase { Subject = line["subject"]!.GetValue<string>(), Body = line["body"]!.GetValue<string>(), Channel = line["channel"]!.GetValue<string>(), Source = BenchCore.Intake.Id, ExternalId = id });
        var clock = Stopwatch.StartNew();
        var lease = await _core.Get<PreparationLeases>().ClaimAsync("bench", cancellation);
        await _core.Get<PrepareCase>().PrepareAsync(lease!, cancellation);
        var took = clock.Elapsed.TotalMilliseconds;
        var (prepared, actions) = await _core.ReadAsync(caseId);
        var writes = actions.Select(action => PrepareWrite.Of(action.ActionTypeId[(RetailSystem.Id.Length + 1)..], JsonNode.Parse(action.ParametersJson)!.AsObject())).ToList();
        var orders = actions.Select(action => JsonNode.Parse(action.ParametersJson)!["order_id"]?.GetValue<string>()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new PrepareOutcome(id, prepared.CaseTypeId, prepared.CustomerRecord?.Split('/')[^1], writes, orders, prepared.Missing, took);
    }

    public async ValueTask DisposeAsync()
    {
        await _core.DisposeAsync();
        await _system.DisposeAsync();
    }
}
