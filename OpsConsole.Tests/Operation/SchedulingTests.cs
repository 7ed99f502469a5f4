using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Policies;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Operation;

[Collection(nameof(Failpoint))]
public sealed class SchedulingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("opsconsole-jobs-").FullName;
    private readonly ScriptedConnector _connector = new();

    [Fact]
    public async Task Start_WithoutTheSchedulersFile_CarriesOutWhatWasApprovedBefore()
    {
        _connector.Put("T-1", "open");
        Guid action;
        await using (var first = Create())
        {
            first.Services.GetRequiredService<Migrator>().Apply();
            await first.StartAsync();
            await first.StopAsync();
            action = await ApproveAsync(first.Services);
        }

        SqliteConnection.ClearAllPools();
        Assert.NotEmpty(Directory.GetFiles(_folder, "jobs.db*"));
        Array.ForEach(Directory.GetFiles(_folder, "jobs.db*"), File.Delete);
        await using var second = Create();
        await second.StartAsync();

        Assert.Equal(ActionState.Verified, await EndOfAsync(second.Services, action));
        Assert.Single(_connector.Effects);
        await second.StopAsync();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private WebApplication Create() => OpsWebApplication.Create(
        [$"--Storage:Folder={_folder}", "--Urls=http://127.0.0.1:0", "--Packs:Load:0=", "--Logging:LogLevel:Default=Warning"],
        services =>
        {
            services.AddSingleton<IConnector>(_connector);
            services.Replace(ServiceDescriptor.Singleton<IPolicies>(new ScriptedPolicies()));
        });

    private static async Task<Guid> ApproveAsync(IServiceProvider services)
    {
        await services.GetRequiredService<IActionTypes>().SaveAsync(ActionDesk.Type(IdempotencySupport.NativeKey, probe: true), CancellationToken.None);
        var request = new NewCase { Subject = "Close my ticket", Body = "Please close T-1.", Channel = "email", Source = "test" };
        var opened = (OpenCaseOutcome.Opened)await services.GetRequiredService<OpenCase>().OpenAsync(ActionDesk.Ana, request, null, CancellationToken.None);
        var proposed = await services.GetRequiredService<ProposeActions>().ProposeAsync(
            ActionDesk.Bot, opened.CaseId, [ActionDesk.Draft("T-1", "closed")], replace: false, CancellationToken.None);
        var id = ((DraftOutcome.Stored)((ProposeOutcome.Proposed)proposed).Drafts[0]).Id;
        var action = await services.GetRequiredService<OpsDatabase>().ReadAsync(db => db.Set<ProposedAction>().SingleAsync(row => row.Id == id), CancellationToken.None);
        Assert.IsType<ApproveOutcome.Approved>(
            await services.GetRequiredService<ApproveAction>().ApproveAsync(ActionDesk.Ana, id, SeenContract.Of(action), null, CancellationToken.None));
        return id;
    }

    private static async Task<ActionState> EndOfAsync(IServiceProvider services, Guid id)
    {
        var state = ActionState.Queued;
        for (var look = 0; look < 300 && state != ActionState.Verified; look++)
        {
            await Task.Delay(100);
            state = await services.GetRequiredService<OpsDatabase>().ReadAsync(
                db => db.Set<ProposedAction>().Where(row => row.Id == id).Select(row => row.State).SingleAsync(), CancellationToken.None);
        }

        return state;
    }
}
