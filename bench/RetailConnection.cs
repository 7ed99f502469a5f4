using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;

namespace OpsConsole.Bench;

/// <summary>Connects the outside system by its own document, and where a bench has only the console, puts the retail pack's action types and policies in force.</summary>
internal static class RetailConnection
{
    public static async Task MakeAsync(ConsoleHost host, Uri address, string packs)
    {
        await MakeAsync(host.Get<ImportSystem>(), host.Get<SetSecret>(), ConsoleHost.Admin, address);
        await LoadAsync(host, Path.Combine(packs, RetailSystem.Id));
    }

    /// <summary>Connects the system by the document that it serves itself, as an admin would on the page of connectors.</summary>
    public static async Task MakeAsync(ImportSystem import, SetSecret secret, Actor admin, Uri address)
    {
        using var http = BenchHttp.Make(address);
        http.DefaultRequestHeaders.Add("X-Api-Key", RetailSystem.ApiKey);
        var document = await http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative));
        var settings = new HttpSystemSettings
        {
            BaseUrl = address.ToString().TrimEnd('/'),
            Auth = new AuthScheme("key", AuthKind.HeaderKey, "X-Api-Key"),
            RecordTemplate = "/records/{collection}/{id}",
            IdempotencyHeader = "Idempotency-Key",
            ReceiptHeader = "X-Effect-Sequence",
            HealthPath = "/health",
        };
        var imported = await import.ImportAsync(admin, new SystemImport(RetailSystem.Id, "Retail order desk", document, settings), CancellationToken.None);
        if (imported is not ImportOutcome.Imported)
        {
            throw new InvalidOperationException($"The system could not be connected: {imported}");
        }

        await secret.SetAsync(admin, RetailSystem.Id, RetailSystem.ApiKey, CancellationToken.None);
    }

    private static async Task LoadAsync(ConsoleHost host, string pack)
    {
        var errors = new List<ConfigError>();
        var types = YamlFile.Parse("action-types.yaml", await File.ReadAllTextAsync(Path.Combine(pack, "action-types.yaml")), errors).Root!
            .Items().Select(ActionTypeReader.Read).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', errors));
        }

        foreach (var type in types)
        {
            await host.Get<IActionTypes>().SaveAsync(type, CancellationToken.None);
        }

        var files = Directory.GetFiles(Path.Combine(pack, "policies"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => new PolicyFile(Path.GetFileName(file), File.ReadAllText(file))).ToList();
        if (await host.Get<PublishPolicies>().PublishAsync(Actor.Jobs, files, CancellationToken.None) is not PublishOutcome.Published)
        {
            throw new InvalidOperationException("The pack's policies have faults.");
        }
    }
}
