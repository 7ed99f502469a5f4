using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Audit;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Audit;

public sealed class VerifyCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("opsconsole-verify-").FullName;

    public async Task InitializeAsync()
    {
        await using var app = Create();
        app.Services.GetRequiredService<Migrator>().Apply();
        await app.Services.GetRequiredService<IAuditLog>().AppendAsync(new AuditEntry(Actor.Jobs, "test.happened", "test/1", "ok", []), CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Run_OnAWholeLog_EndsWithZeroAndServesNothing()
    {
        await using var app = Create();
        Assert.Equal(0, await OpsWebApplication.RunAsync(app, ["verify"]));
        Assert.False(app.Lifetime.ApplicationStarted.IsCancellationRequested);
    }

    [Fact]
    public async Task Run_OnATamperedLog_EndsWithOneAndNamesTheEntry()
    {
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "opsconsole.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER audit_log_is_never_changed; UPDATE audit_log SET \"ActorName\" = 'Somebody' WHERE \"Sequence\" = 1";
            await command.ExecuteNonQueryAsync();
        }

        await using var app = Create();
        await using var output = new StringWriter();
        Assert.Equal(1, await VerifyCommand.RunAsync(app.Services, output, CancellationToken.None));
        Assert.Contains("entry 1 was edited", output.ToString(), StringComparison.Ordinal);
    }

    private WebApplication Create() => OpsWebApplication.Create(["--environment=Production", "--urls=http://127.0.0.1:0", $"--Storage:Folder={_folder}"]);
}
