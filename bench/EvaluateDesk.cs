using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Bench.Competent;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Bench;

/// <summary>A console with the service desk and, when an address is given, one provider of models, in a folder of its own.</summary>
internal sealed class EvaluateDesk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly WebApplication _app;
    private readonly string _folder;

    private readonly ModelStub? _stub;

    private EvaluateDesk(WebApplication app, string folder, ModelStub? stub)
    {
        _app = app;
        _folder = folder;
        _stub = stub;
    }

    public static async Task<EvaluateDesk> StartAsync(BenchOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("opsconsole-bench-").FullName;
        var stub = options.Has("stub") ? await ModelStub.StartAsync() : null;
        stub?.Answers = CompetentModel.Answer;
        var address = stub is not null ? new Uri(stub.Address) : options.Has("url") ? new Uri(options.Text("url", "")) : null;
        var app = OpsWebApplication.Create(
        [
            $"--Storage:Folder={folder}",
            "--Urls=http://127.0.0.1:0",
            "--Demo:Enabled=false",
            $"--Packs:Folder={Path.GetFullPath(options.Text("packs", "packs"))}",
            .. address is null ? [] : new[] { $"--Models:AllowedHosts:0={address.Host}:{address.Port}" },
            "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Error",
        ]);
        app.Services.GetRequiredService<Migrator>().Apply();
        await app.StartAsync();
        var desk = new EvaluateDesk(app, folder, stub);
        if (address is not null)
        {
            await desk.ConnectAsync(address, options);
        }

        return desk;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task<EvaluationRun> RunAsync(EvaluationSet set, EvaluationSubject subject)
    {
        using var changes = Get<ChangeFeed>().Watch(EvaluationStore.Topic);
        using var limit = new CancellationTokenSource(Patience);
        var reader = changes.ReadAllAsync(limit.Token).GetAsyncEnumerator(limit.Token);
        var started = await Get<RunEvaluation>().StartAsync(ConsoleHost.Admin, set.Id, subject, limit.Token) as StartEvaluationOutcome.Started
            ?? throw new InvalidOperationException("The evaluation could not be started.");
        while (true)
        {
            var run = (await Get<EvaluationStore>().ReadRunsAsync(20, limit.Token)).Single(one => one.Id == started.Run.Id);
            if (run.State != EvaluationState.Running)
            {
                return run;
            }

            await reader.MoveNextAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_stub is not null)
        {
            await _stub.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ConnectAsync(Uri address, BenchOptions options)
    {
        var provider = new ModelProvider
        {
            Name = options.Text("name", options.Has("stub") ? "scripted" : "bench"),
            Kind = ProviderKind.Compatible,
            BaseUrl = address.ToString().TrimEnd('/'),
            FastModel = options.Text("model", "stub"),
            CarefulModel = options.Text("model", "stub"),
            InputPrice = 1_000_000,
            OutputPrice = 4_000_000,
            IsOn = true,
        };
        if (await Get<SaveProvider>().SaveAsync(ConsoleHost.Admin, provider, isNew: true, CancellationToken.None) is not ModelsOutcome.Kept)
        {
            throw new InvalidOperationException($"The provider at {address} cannot be used.");
        }

        if (options.Has("key"))
        {
            await Get<SetProviderKey>().SetAsync(ConsoleHost.Admin, provider.Name, options.Text("key", ""), CancellationToken.None);
        }
    }
}
