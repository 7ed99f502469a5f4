using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Connecting;

/// <summary>A system to connect, or to connect anew.</summary>
/// <param name="Operations">The names of the operations that were chosen; null for all that can be used.</param>
public sealed record SystemImport(string Id, string Name, string Document, HttpSystemSettings Settings, IReadOnlyCollection<string>? Operations = null);

/// <summary>How an import ended.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <param name="ActionTypes">The types that were made; operations that had one already keep it.</param>
    public sealed record Imported(ConnectedSystem System, IReadOnlyList<ActionType> ActionTypes) : ImportOutcome;

    /// <summary>Nothing was saved; every fault as one sentence.</summary>
    public sealed record Invalid(IReadOnlyList<string> Faults) : ImportOutcome;

    public sealed record Forbidden(NotAllowed Lacking) : ImportOutcome;
}

/// <summary>Connects a system by its OpenAPI document. Importing again replaces operations and settings, and keeps the secret and the action types.</summary>
public sealed partial class ImportSystem(SystemChange change, ConnectorDirectory directory, HttpClients clients, IActionTypes types, TimeProvider clock)
{
    public async Task<ImportOutcome> ImportAsync(Actor actor, SystemImport import, CancellationToken cancellation)
    {
        var read = ApiReader.Read(import.Document, idempotencyHeader: import.Settings.IdempotencyHeader ?? "Idempotency-Key");
        if (read is not DocumentResult.Read { Document: var document })
        {
            return new ImportOutcome.Invalid([read is DocumentResult.Unreadable unreadable ? unreadable.Reason : "The document cannot be read."]);
        }

        var chosen = document.Operations.Where(operation => import.Operations?.Contains(operation.Name) ?? true).ToList();
        if (Check(import, chosen) is { Count: > 0 } faults)
        {
            return new ImportOutcome.Invalid(faults);
        }

        var details = new JsonObject
        {
            ["base_url"] = import.Settings.BaseUrl,
            ["auth"] = import.Settings.Auth.Kind.ToString(),
            ["operations"] = chosen.Count,
            ["document"] = $"{document.Title} {document.Version}",
        };
        ConnectedSystem? saved = null;
        var lacking = await change.ApplyAsync(
            actor, import.Id, "system.connected", details, async db => saved = await SaveAsync(db.Set<ConnectedSystem>(), actor, import, document, chosen, cancellation), cancellation);
        return lacking is null
            ? new ImportOutcome.Imported(saved!, await AddTypesAsync(import, document, chosen, cancellation))
            : new ImportOutcome.Forbidden(lacking);
    }

    private async Task<ConnectedSystem> SaveAsync(
        DbSet<ConnectedSystem> systems, Actor actor, SystemImport import, ApiDocument document, List<ApiOperation> chosen, CancellationToken cancellation)
    {
        var system = await systems.AsTracking().FirstOrDefaultAsync(row => row.Id == import.Id, cancellation);
        if (system is null)
        {
            system = new ConnectedSystem
            {
                Id = import.Id, Name = "", Kind = OpenApiConnector.Kind, SettingsJson = "", OperationsJson = "", DocumentTitle = "", DocumentDigest = "", ChangedAt = default, ChangedBy = "",
            };
            systems.Add(system);
        }

        system.Name = import.Name.Trim();
        system.SettingsJson = import.Settings.ToJson();
        system.OperationsJson = ApiOperations.ToJson(chosen);
        system.DocumentTitle = $"{document.Title} {document.Version}".Trim();
        system.DocumentDigest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(import.Document)));
        system.ChangedAt = clock.GetUtcNow();
        system.ChangedBy = actor.Name;
        system.Version++;
        return system;
    }

    /// <summary>A first definition for each operation that has none; a pack or a person says more about it later.</summary>
    private async Task<List<ActionType>> AddTypesAsync(SystemImport import, ApiDocument document, List<ApiOperation> chosen, CancellationToken cancellation)
    {
        var added = new List<ActionType>();
        foreach (var operation in chosen.Where(operation => types.Find($"{import.Id}.{operation.Name}") is null))
        {
            added.Add(await types.SaveAsync(FirstDefinition(import, document, operation), cancellation));
        }

        return added;
    }

    private static ActionType FirstDefinition(SystemImport import, ApiDocument document, ApiOperation operation) => new()
    {
        Id = $"{import.Id}.{operation.Name}",
        Version = 0,
        System = import.Id,
        Operation = operation.Name,
        Title = operation.Summary.Replace("{", "(", StringComparison.Ordinal).Replace("}", ")", StringComparison.Ordinal),
        Effect = operation.Effect,
        Reversibility = operation.Effect == EffectClass.Read ? ReversibilityClass.ReadOnly : ReversibilityClass.Irreversible,
        Idempotency = operation.Effect == EffectClass.Write && import.Settings.IdempotencyHeader is not null ? IdempotencySupport.NativeKey : IdempotencySupport.None,
        Parameters = operation.Parameters,
        Source = $"{document.Title} {document.Version}: {operation.Method} {operation.Path}",
    };

    private List<string> Check(SystemImport import, List<ApiOperation> chosen)
    {
        var faults = new List<string>();
        if (!SystemId().IsMatch(import.Id))
        {
            faults.Add("The id must begin with a lower-case letter and have only lower-case letters, digits and hyphens, 2 to 32 of them.");
        }
        else if (directory.BuiltIn.Any(connector => connector.SystemId == import.Id))
        {
            faults.Add($"The id {import.Id} belongs to a system that is built in.");
        }

        if (string.IsNullOrWhiteSpace(import.Name))
        {
            faults.Add("The system needs a name.");
        }

        if (!Uri.TryCreate(import.Settings.BaseUrl, UriKind.Absolute, out var address))
        {
            faults.Add("The base address must be a whole address such as https://api.example.com/v1.");
        }
        else if (clients.Refuse(address) is { } refusal)
        {
            faults.Add(refusal);
        }

        if (import.Settings.TimeoutSeconds is < 1 or > 300)
        {
            faults.Add("The time for a call must be 1 to 300 seconds.");
        }

        faults.AddRange((import.Operations ?? []).Where(name => chosen.TrueForAll(operation => operation.Name != name)).Select(name => $"The document has no operation {name} that can be used."));
        if (chosen.Count == 0)
        {
            faults.Add("Choose at least one operation.");
        }

        return faults;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,31}$")]
    private static partial Regex SystemId();
}
