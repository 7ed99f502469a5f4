using Microsoft.Data.Sqlite;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Operation;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Operation;

public sealed class BackUpTests : IDisposable
{
    private readonly CoreHost _host = new();

    private StorageOptions Storage => _host.Get<StorageOptions>();

    private BackUp BackUp => new(_host.Database, Storage, _host.Get<IAuditLog>(), _host.Clock);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Run_ByAnAdmin_MakesACopyThatOpensAndIsWhole()
    {
        Directory.CreateDirectory(Storage.KeysFolder);
        await File.WriteAllTextAsync(Path.Combine(Storage.KeysFolder, "key-1.xml"), "<key />");
        await _host.Get<IAuditLog>().AppendAsync(new AuditEntry(Actor.Jobs, "test.happened", "test/1", "ok", []), CancellationToken.None);

        var done = Assert.IsType<BackUpOutcome.Done>(await BackUp.RunAsync(Person(Roles.Admin), CancellationToken.None));

        var folder = Path.Combine(Storage.Folder, "backups", done.Backup.Name);
        Assert.True(File.Exists(Path.Combine(folder, "keys", "key-1.xml")));
        Assert.Equal("ok|1", Ask(Path.Combine(folder, "opsconsole.db"), "SELECT (SELECT integrity_check FROM pragma_integrity_check) || '|' || (SELECT count(*) FROM audit_log)"));
        Assert.Equal(done.Backup.Name, Assert.Single(BackUp.List()).Name);
    }

    [Fact]
    public async Task Run_ByASupervisor_IsForbidden()
    {
        Assert.IsType<BackUpOutcome.Forbidden>(await BackUp.RunAsync(Person(Roles.Supervisor), CancellationToken.None));
        Assert.Empty(BackUp.List());
    }

    [Fact]
    public async Task Run_WhereNothingCanBeWritten_SaysSo()
    {
        await File.WriteAllTextAsync(Path.Combine(Storage.Folder, "backups"), "in the way");
        Assert.IsType<BackUpOutcome.Failed>(await BackUp.RunAsync(Person(Roles.Admin), CancellationToken.None));
    }

    private static Actor Person(string role) => new(ActorKind.Person, role, role, [role]);

    private static string? Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
