using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Tests.Preparation.Evaluating;

/// <summary>An evaluation touches nothing outside its room, can be ended, and does not outlive its process.</summary>
public sealed class EvaluationRoomTests
{
    /// <summary>What an evaluation keeps of itself.</summary>
    private static readonly string[] Own = ["evaluation_runs", "evaluation_results", "model_exchanges", "model_use", "audit_log"];

    [Fact]
    public async Task Start_WholeSetWithAModel_TouchesNothingOutside()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        var (rows, audit) = (await desk.RowsAsync(), await AuditAsync(desk));
        var run = await desk.RunAsync(desk.Model);
        var after = await desk.RowsAsync();

        Assert.True(run.Done == run.Total && after["evaluation_results"] == run.Total);
        Assert.Equal(Outside(rows), Outside(after));
        Assert.All((await AuditAsync(desk))[audit.Count..], kind => Assert.StartsWith("evaluation.", kind, StringComparison.Ordinal));
        Assert.Empty(desk.Host.Get<SandboxStore>().ReadEffects());
    }

    [Fact]
    public async Task Invoke_WriteThroughTheRoomsConnectors_IsRefused()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        var types = desk.Host.Get<IActionTypes>();
        var connector = (await new ReadOnlyConnectors(desk.Host.Get<IConnectorDirectory>(), types).FindAsync("sandbox", CancellationToken.None))!;
        foreach (var write in connector.Operations.Where(operation => operation.Effect == EffectClass.Write))
        {
            var call = new ConnectorCall(write.Name, new JsonObject { ["order_id"] = "W-23187", ["reason"] = "by mistake" }, "key");
            Assert.Equal("evaluation", Assert.IsType<ConnectorResult.Refused>(await connector.InvokeAsync(call, CancellationToken.None)).Code);
        }

        var read = new ConnectorCall("get_order", new JsonObject { ["order_id"] = "W-23187" }, null);
        Assert.IsType<ConnectorResult.Done>(await connector.InvokeAsync(read, CancellationToken.None));
        Assert.Empty(desk.Host.Get<SandboxStore>().ReadEffects());
    }

    [Fact]
    public async Task Cancel_ByWhoMay_EndsAfterTheCaseThatItIsAt()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        var evaluations = desk.Host.Get<RunEvaluation>();
        var run = await desk.RunAsync(new EvaluationSubject.Playbook(), run => evaluations.Cancel(run.Done < 2 ? PackDesk.Agent : EvaluatedDesk.Admin, run.Id));

        Assert.Equal(EvaluationState.Cancelled, run.State);
        Assert.InRange(run.Done, 2, run.Total - 1);
        Assert.Equal(run.Done, (await desk.ResultsAsync(run)).Count);
        evaluations.Cancel(EvaluatedDesk.Admin, (await desk.StartAsync(new EvaluationSubject.Playbook())).Run.Id);
    }

    [Fact]
    public async Task Start_OfTheConsole_EndsWhatTheProcessBeforeLeftBehind()
    {
        var folder = Directory.CreateTempSubdirectory("opsconsole-evaluation-");
        try
        {
            await using var app = OpsWebApplication.Create(["--environment=Production", "--urls=http://127.0.0.1:0", $"--Storage:Folder={folder.FullName}", "--Demo:Enabled=false", "--Packs:Load:0="]);
            app.Services.GetRequiredService<Migrator>().Apply();
            var abandoned = Running();
            var database = app.Services.GetRequiredService<OpsDatabase>();
            await database.WriteAsync(db => db.AddAsync(abandoned).AsTask(), CancellationToken.None);
            await app.StartAsync();
            var run = await database.ReadAsync(db => db.Set<EvaluationRun>().SingleAsync(row => row.Id == abandoned.Id), CancellationToken.None);
            await app.StopAsync();

            Assert.Equal(EvaluationState.Abandoned, run.State);
            Assert.NotNull(run.EndedAt);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, long> Outside(Dictionary<string, long> rows) => rows.Where(table => !Own.Contains(table.Key)).ToDictionary();

    private static Task<List<string>> AuditAsync(EvaluatedDesk desk) => desk.Host.Database.ReadAsync(
        db => db.Set<AuditRecord>().OrderBy(row => row.Sequence).Select(row => row.Event).ToListAsync(), CancellationToken.None);

    private static EvaluationRun Running() => new()
    {
        Id = Ids.New(TimeProvider.System), SetId = "desk", SetDigest = "digest", Subject = "Playbook", Setup = "", StartedBy = "Ada", StartedAt = DateTimeOffset.UnixEpoch, State = EvaluationState.Running, Total = 23,
    };
}
