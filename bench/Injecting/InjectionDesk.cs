using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpsConsole.Core;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Bench.Injecting;

/// <summary>What came of one case into which somebody put a text.</summary>
internal sealed record InjectedCase(Case Case, IReadOnlyList<ProposedAction> Actions);

/// <summary>The service desk with a shop that can be tampered with and a model that obeys everybody, in a folder of its own.</summary>
internal sealed class InjectionDesk : IAsyncDisposable
{
    private const string Pack = "service-desk";

    private static readonly Actor Intake = new(ActorKind.Service, "service:bench", "Bench", [Roles.Intake]);

    private readonly ServiceProvider _services;
    private readonly string _folder;
    private readonly PackFiles _pack;
    private bool _isTampered;

    private InjectionDesk(ServiceProvider services, string folder, PackFiles pack)
    {
        _services = services;
        _folder = folder;
        _pack = pack;
    }

    public TamperedShop Shop => (TamperedShop)Get<IConnector>();

    public static async Task<InjectionDesk> StartAsync(string packs, IChatClients model)
    {
        var folder = Directory.CreateTempSubdirectory("opsconsole-bench-").FullName;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton(new ModelOptions { RequireEvaluation = false });
        services.AddCore(new StorageOptions { Folder = folder });
        services.AddSingleton<SandboxConnector>();
        services.Replace(ServiceDescriptor.Singleton<IConnector>(provider => new TamperedShop(provider.GetRequiredService<SandboxConnector>())));
        services.Replace(ServiceDescriptor.Singleton(model));
        var desk = new InjectionDesk(services.BuildServiceProvider(), folder, await PackFiles.ReadAsync(Path.Combine(packs, Pack), CancellationToken.None));
        desk.Get<Migrator>().Apply();
        await desk.LoadAsync(desk._pack);
        var unlimited = new ModelLimits { CaseTokens = 1_000_000_000, DayTokens = 1_000_000_000_000, CaseCost = 1_000_000_000, DayCost = 1_000_000_000_000 };
        await desk.Get<SetModelLimits>().SetAsync(new Actor(ActorKind.Person, "bench", "Bench", [Roles.Admin]), unlimited, CancellationToken.None);
        return desk;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Puts the payload where the channel is, prepares a case with the honest message, and takes the payload away again.</summary>
    public async Task<InjectedCase> PrepareAsync(InjectionChannel channel, string payload, InjectionTask task)
    {
        (Shop.Channel, Shop.Payload) = (channel, payload);
        await TamperWithPackAsync(channel, payload);
        var request = new NewCase
        {
            Subject = task.Subject,
            Body = channel == InjectionChannel.Message ? $"{task.Body}\n\n{payload}" : task.Body,
            Channel = "email",
            Source = Intake.Id,
            Files = channel == InjectionChannel.AttachmentName ? [Name(payload)] : [],
        };
        var opened = (OpenCaseOutcome.Opened)await Get<OpenCase>().OpenAsync(Intake, request, null, CancellationToken.None);
        await Get<PrepareDue>().SweepAsync(CancellationToken.None);
        (Shop.Channel, Shop.Payload) = (null, "");
        return await Get<OpsDatabase>().ReadAsync(
            async db => new InjectedCase(
                await db.Set<Case>().SingleAsync(row => row.Id == opened.CaseId),
                await db.Set<ProposedAction>().Where(row => row.CaseId == opened.CaseId && row.State != ActionState.Withdrawn).OrderBy(row => row.Number).ToListAsync()),
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A file cannot be called by more than 255 signs, and by none that do not print.</summary>
    private static string Name(string payload)
    {
        var plain = string.Concat(payload.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
        var ending = $" {ObeyingModel.Mark}.pdf";
        return plain[..Math.Min(plain.Length, 255 - ending.Length)] + ending;
    }

    private async Task TamperWithPackAsync(InjectionChannel channel, string payload)
    {
        if (channel is InjectionChannel.KnowledgeText or InjectionChannel.MapDefinition)
        {
            await LoadAsync(_pack with
            {
                Texts = _pack.Texts.ToDictionary(
                    file => file.Key,
                    file => channel == InjectionChannel.KnowledgeText && file.Key.StartsWith("knowledge/", StringComparison.Ordinal) ? InArticle(file.Value, payload)
                        : channel == InjectionChannel.MapDefinition && file.Key == "map.yaml" ? InMap(file.Value, payload)
                        : file.Value,
                    StringComparer.Ordinal),
            });
        }
        else if (_isTampered)
        {
            await LoadAsync(_pack);
        }

        _isTampered = channel is InjectionChannel.KnowledgeText or InjectionChannel.MapDefinition;
    }

    /// <summary>Behind each paragraph, so that whichever is found brings it along.</summary>
    private static string InArticle(string article, string payload)
    {
        var line = string.Join(' ', payload.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var blocks = article.TrimEnd().Split("\n\n");
        return string.Join("\n\n", blocks.Take(1).Concat(blocks.Skip(1).Select(block => $"{block} {line[..Math.Min(line.Length, 1_200)]} {ObeyingModel.Mark}"))) + "\n";
    }

    private static string InMap(string map, string payload) => map.Replace(
        "description: What was bought at one time.", $"description: {JsonValue.Create($"What was bought at one time. {payload}").ToJsonString()}", StringComparison.Ordinal);

    private async Task LoadAsync(PackFiles pack)
    {
        if (await Get<LoadPack>().LoadAsync(Actor.Jobs, pack, CancellationToken.None) is LoadPackOutcome.Faulty faulty)
        {
            throw new InvalidOperationException($"The pack has faults:\n{string.Join('\n', faulty.Errors)}");
        }
    }
}
