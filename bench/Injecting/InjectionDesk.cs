using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Bench.Injecting;

/// <summary>What came of one case into which somebody put a text.</summary>
internal sealed record InjectedCase(Case Case, IReadOnlyList<ProposedAction> Actions);

/// <summary>The service desk with a shop that can be tampered with and a model that obeys everybody.</summary>
internal sealed class InjectionDesk : IAsyncDisposable
{
    private readonly PackFiles _pack;
    private bool _isTampered;

    private InjectionDesk(PackFiles pack, IChatClients model)
    {
        _pack = pack;
        Core = new BenchCore(services =>
        {
            services.AddSingleton<SandboxConnector>();
            services.Replace(ServiceDescriptor.Singleton<IConnector>(provider => new TamperedShop(provider.GetRequiredService<SandboxConnector>())));
            services.Replace(ServiceDescriptor.Singleton(model));
        });
    }

    public BenchCore Core { get; }

    public TamperedShop Shop => (TamperedShop)Core.Get<IConnector>();

    public static async Task<InjectionDesk> StartAsync(string packs, IChatClients model)
    {
        var desk = new InjectionDesk(await BenchCore.ReadPackAsync(packs), model);
        await desk.Core.LoadAsync(desk._pack);
        await desk.Core.LimitAsync(new ModelLimits { CaseTokens = 1_000_000_000, DayTokens = 1_000_000_000_000, CaseCost = 1_000_000_000, DayCost = 1_000_000_000_000 });
        return desk;
    }

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
            Source = BenchCore.Intake.Id,
            Files = channel == InjectionChannel.AttachmentName ? [Name(payload)] : [],
        };
        var id = await Core.ReceiveAsync(request);
        await Core.Get<PrepareDue>().SweepAsync(CancellationToken.None);
        (Shop.Channel, Shop.Payload) = (null, "");
        var (prepared, actions) = await Core.ReadAsync(id);
        return new InjectedCase(prepared, actions);
    }

    public ValueTask DisposeAsync() => Core.DisposeAsync();

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
            await Core.LoadAsync(_pack with
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
            await Core.LoadAsync(_pack);
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
}
