using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.Inviting;
using OpsConsole.Core.Identity.Issuing;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Preparation.Demo;
using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Bench.Secrets;

/// <summary>What an admin does on pages before work begins: systems, models, channels, people and programs, each with its secret.</summary>
internal sealed class SettingUp(InsideConsole console, SecretsWorld world)
{
    public static readonly IReadOnlyList<string> Services = [Roles.Intake, Roles.Channel, Roles.Proposer];

    private const string Picked = "order.status = \"delivered\" and count(customer.flags) = 0";

    public async Task<SetUp> RunAsync(string pack, int cases)
    {
        foreach (var door in world.Doors)
        {
            await ConnectAsync(door);
        }

        for (var place = 0; place < world.Providers.Count; place++)
        {
            await AddProviderAsync(world.Providers[place].Name, world.Providers[place].Key.Value);
        }

        await AddChannelAsync("Mail", ChannelConnectorKind.Smtp, new ChannelSettings { FromAddress = SecretsWorld.MailUser, Host = "127.0.0.1", Port = world.MailServer.Port, Encryption = MailEncryption.None, User = SecretsWorld.MailUser }, world.Mail.Value, ChannelNames.Email);
        await AddChannelAsync("Gateway", ChannelConnectorKind.Webhook, new ChannelSettings { Url = $"{world.WebhookServer.Address}replies" }, world.Webhook.Value, ChannelNames.Chat);
        await AddChannelAsync("Outbox", ChannelConnectorKind.FileOutbox, new ChannelSettings { FromAddress = SecretsWorld.MailUser }, "", ChannelNames.Phone);
        var codes = await InviteAsync();
        var keys = await IssueAsync();
        await console.LoadAsync(pack);
        return new SetUp(codes, keys, await PickAsync(cases));
    }

    private async Task ConnectAsync(EchoDoor door)
    {
        var settings = new HttpSystemSettings
        {
            BaseUrl = $"{world.SystemServer.Address}{door.Id}", Auth = door.Scheme, RecordTemplate = "/records/{collection}/{id}", IdempotencyHeader = "Idempotency-Key", ReceiptHeader = "X-Receipt", HealthPath = "/look/failed", TimeoutSeconds = 5,
        };
        var imported = await console.Get<ImportSystem>().ImportAsync(ConsoleHost.Admin, new SystemImport(door.Id, $"Echo by {door.Scheme.Kind}", EchoSystem.Document(), settings), CancellationToken.None);
        if (imported is not ImportOutcome.Imported || await console.Get<SetSecret>().SetAsync(ConsoleHost.Admin, door.Id, door.Secret, CancellationToken.None) is not SecretOutcome.Kept)
        {
            throw new InvalidOperationException($"The hostile system cannot be connected: {imported}");
        }
    }

    private async Task AddProviderAsync(string name, string key)
    {
        var kind = name switch { "Azure" => ProviderKind.Azure, "OpenAI" => ProviderKind.OpenAi, _ => ProviderKind.Compatible };
        var provider = new ModelProvider
        {
            Name = name, Kind = kind, BaseUrl = $"{world.ModelServer.Address}{name}/v1", ApiVersion = kind == ProviderKind.Azure ? "2024-10-21" : "", FastModel = "stub", CarefulModel = "stub", InputPrice = 1, OutputPrice = 1, IsOn = true,
        };
        var saved = await console.Get<SaveProvider>().SaveAsync(ConsoleHost.Admin, provider, isNew: true, CancellationToken.None);
        if (saved is not ModelsOutcome.Kept || await console.Get<SetProviderKey>().SetAsync(ConsoleHost.Admin, name, key, CancellationToken.None) is not ModelsOutcome.Kept)
        {
            throw new InvalidOperationException($"The hostile model cannot be set up: {(saved is ModelsOutcome.Invalid invalid ? string.Join(' ', invalid.Faults) : saved)}");
        }
    }

    private async Task AddChannelAsync(string name, ChannelConnectorKind kind, ChannelSettings settings, string secret, string channel)
    {
        var channels = console.Get<SetUpChannels>();
        if (await channels.SaveAsync(ConsoleHost.Admin, new ChannelForm(null, 0, name, kind, settings, secret), CancellationToken.None) is not ChannelOutcome.Saved { Id: var id }
            || await channels.RouteAsync(ConsoleHost.Admin, channel, id, CancellationToken.None) is not ChannelOutcome.Saved)
        {
            throw new InvalidOperationException($"The channel {name} cannot be set up.");
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> InviteAsync()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in new[] { Roles.Agent, Roles.Supervisor, Roles.Auditor })
        {
            var invited = await console.Get<InvitePerson>().RunAsync(ConsoleHost.Admin, new NewPerson($"Somebody {role}", EmailOf(role)), [role], CancellationToken.None);
            codes[role] = Secret(invited);
            world.Add($"{Legitimate.Invitation} {role}", codes[role]);
        }

        return codes;
    }

    public static string EmailOf(string role) => $"{role}@people.example";

    private async Task<IReadOnlyDictionary<string, string>> IssueAsync()
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in Services)
        {
            var added = await console.Get<AddService>().RunAsync(ConsoleHost.Admin, $"Program with {role}", [role], CancellationToken.None);
            keys[role] = await IssueAsync(((PeopleOutcome.Done)added).Id, $"API key with the role {role}");
            if (role == Roles.Intake)
            {
                keys[Revoked] = await IssueAsync(((PeopleOutcome.Done)added).Id, "API key that was revoked", isToBeRevoked: true);
            }
        }

        return keys;
    }

    public const string Revoked = "revoked";

    private async Task<string> IssueAsync(Guid service, string name, bool isToBeRevoked = false)
    {
        var issued = await console.Get<ChangeApiKeys>().IssueAsync(ConsoleHost.Admin, service, CancellationToken.None);
        world.Add(name, Secret(issued), from: SecretText.ShownPrefix);
        if (isToBeRevoked)
        {
            await console.Get<ChangeApiKeys>().RevokeAsync(ConsoleHost.Admin, ((PeopleOutcome.DoneWithSecret)issued).Id, CancellationToken.None);
        }

        return Secret(issued);
    }

    private async Task<IReadOnlyList<JsonObject>> PickAsync(int cases)
    {
        var set = console.Get<EvaluationShelf>().Sets[0];
        var records = new DemoRecords((await console.Get<IConnectorDirectory>().FindAsync(set.Scan["system"]!.GetValue<string>(), CancellationToken.None))!, set.Scan);
        var picked = new List<JsonObject>();
        while (picked.Count < cases)
        {
            picked.Add(await records.PickAsync(Picked, CancellationToken.None) ?? throw new InvalidOperationException("There are not so many records."));
        }

        return picked;
    }

    private static string Secret(PeopleOutcome outcome) => outcome is PeopleOutcome.DoneWithSecret done ? done.Secret : throw new InvalidOperationException($"No code and no key: {outcome}");
}

/// <param name="Codes">Invitations by role.</param>
/// <param name="Keys">API keys by role.</param>
/// <param name="Records">What the customers of the cases write about.</param>
internal sealed record SetUp(IReadOnlyDictionary<string, string> Codes, IReadOnlyDictionary<string, string> Keys, IReadOnlyList<JsonObject> Records);
