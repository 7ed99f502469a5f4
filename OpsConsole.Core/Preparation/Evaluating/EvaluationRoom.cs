using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Core.Preparation.Verifying;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>
/// A room of its own in which cases are prepared as they would be outside: the same pipeline, packs, policies and action types, on a
/// database file that is thrown away. The connected systems can be read from here and not written; no case, action, fact or line of the
/// log outside is touched.
/// </summary>
internal sealed class EvaluationRoom : IAsyncDisposable
{
    /// <summary>What preparation goes by; everything else begins empty.</summary>
    private static readonly string[] Copied =
    [
        "action_types", "systems", "system_secrets", "policy_versions", "policy_retirements", "packs", "map_nodes", "map_links",
        "classifier_versions", "classifier_weights", "playbook_guards",
    ];

    private static readonly Actor Intake = new(ActorKind.Service, "evaluation", "Evaluation", [Roles.Intake]);

    private readonly ServiceProvider _services;
    private readonly string _folder;

    private EvaluationRoom(ServiceProvider services, string folder)
    {
        _services = services;
        _folder = folder;
    }

    /// <param name="house">The console itself, which is only read.</param>
    /// <param name="ask">The way to models for whoever is evaluated; null for the playbooks alone.</param>
    public static async Task<EvaluationRoom> OpenAsync(EvaluationHouse house, AskModel? ask, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("opsconsole-evaluation-").FullName;
        var storage = new StorageOptions { Folder = folder };
        new Migrator(storage, house.Clock).Apply();
        await CopyAsync(house.Storage, storage, cancellation);

        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(house.Protection);
        services.AddCore(storage);
        services.Replace(ServiceDescriptor.Singleton(house.Clock));
        services.Replace(ServiceDescriptor.Singleton<IConnectorDirectory>(room => new ReadOnlyConnectors(house.Connectors, room.GetRequiredService<IActionTypes>())));
        if (ask is not null)
        {
            services.Replace(ServiceDescriptor.Singleton(ask));
        }

        var opened = new EvaluationRoom(services.BuildServiceProvider(), folder);
        foreach (var pack in await opened.Get<ReadPacks>().StoredAsync(cancellation))
        {
            await opened.Get<LoadPack>().ActivateStoredAsync(PackFiles.FromJson(pack.Id, pack.FilesJson), cancellation);
        }

        return opened;
    }

    /// <summary>Prepares one message and says what came of it.</summary>
    /// <returns>The case's id in this room, the result, and how long preparation took in milliseconds.</returns>
    public async Task<(Guid CaseId, Prepared Prepared, double Took)> PrepareAsync(string channel, string subject, string body, CancellationToken cancellation)
    {
        var request = new NewCase { Subject = subject, Body = body, Channel = channel, Source = Intake.Id };
        if (await Get<OpenCase>().OpenAsync(Intake, request, null, cancellation) is not OpenCaseOutcome.Opened { CaseId: var caseId })
        {
            throw new InvalidOperationException("A case of an evaluation set cannot be opened; its texts were checked when the pack was loaded.");
        }

        var start = Stopwatch.GetTimestamp();
        while (await Get<PreparationLeases>().ClaimAsync(Intake.Id, cancellation) is { } lease)
        {
            await Get<PrepareCase>().PrepareAsync(lease, cancellation);
        }

        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return (caseId, await Get<OpsDatabase>().ReadAsync(db => ReadAsync(db, caseId, cancellation), cancellation), took);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Prepared> ReadAsync(OpsDbContext db, Guid caseId, CancellationToken cancellation)
    {
        var prepared = await db.Set<Case>().SingleAsync(row => row.Id == caseId, cancellation);
        var actions = await db.Set<ProposedAction>().Where(row => row.CaseId == caseId && row.State != ActionState.Withdrawn).OrderBy(row => row.Number).ToListAsync(cancellation);
        return new Prepared(
            prepared.CaseTypeId,
            [.. actions.Where(action => action.State != ActionState.Denied).Select(action => (action.ActionTypeId, JsonNode.Parse(action.ParametersJson)!.AsObject()))],
            actions.Count(action => action.State == ActionState.Denied),
            prepared.Missing.Length > 0,
            Wrong(prepared.SummaryCheckJson) + Wrong(prepared.DraftCheckJson));
    }

    private static int Wrong(string check) =>
        CheckedText.FromJson(check) is var text ? text.Count(SentenceVerdict.Unsupported) + text.Count(SentenceVerdict.Contradicted) : 0;

    private static async Task CopyAsync(StorageOptions house, StorageOptions room, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(room.DatabaseFile), Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "ATTACH $house AS house;";
        command.Parameters.AddWithValue("$house", Path.GetFullPath(house.DatabaseFile));
        await command.ExecuteNonQueryAsync(cancellation);
        command.Parameters.Clear();
        command.CommandText = "BEGIN; " + string.Concat(Copied.Select(table => $"DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM house.{table}; ")) + "COMMIT;";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
