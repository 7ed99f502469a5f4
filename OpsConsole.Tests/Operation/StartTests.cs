using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Operation;

/// <summary>A file that cannot be used ends the start with its sentence and code 3, and is left as it was.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("opsconsole-start-").FullName;

    private string Database => new StorageOptions { Folder = _folder }.DatabaseFile;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Run_OnACorruptFile_RefusesAndLeavesIt()
    {
        var content = Enumerable.Range(0, 9000).Select(number => (byte)number).ToArray();
        await File.WriteAllBytesAsync(Database, content);
        await RefusesAsync("is damaged or no SQLite database");
        Assert.Equal(content, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task Run_OnADamagedPage_RefusesAndLeavesIt()
    {
        Migrate();
        var content = await File.ReadAllBytesAsync(Database);
        Array.Fill(content, (byte)0xA5, 4096 * 3, 4096 * 2);
        await File.WriteAllBytesAsync(Database, content);
        await RefusesAsync("damaged");
        Assert.Equal(content, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task Run_OnAFileOfANewerVersion_RefusesAndLeavesIt()
    {
        Migrate();
        Execute("INSERT INTO schema_history VALUES (9999, '9999_future.sql', 'x', 0); PRAGMA wal_checkpoint(TRUNCATE);");
        var content = await File.ReadAllBytesAsync(Database);
        await RefusesAsync("written by a newer version");
        Assert.Equal(content, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task Run_OnAFileMadeByAnotherTextOfAMigration_Refuses()
    {
        Migrate();
        Execute("UPDATE schema_history SET checksum = 'other' WHERE number = 1");
        await RefusesAsync("another text of migration 0001_identity.sql");
    }

    [Fact]
    public async Task Run_OnALockedFile_Refuses()
    {
        Migrate();
        await using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        await other.OpenAsync();
        await using var held = other.BeginTransaction();
        await RefusesAsync("is locked by another program");
    }

    [Fact]
    public async Task Run_WhereTheFileCannotBeOpened_Refuses()
    {
        Directory.CreateDirectory(Database);
        await RefusesAsync("cannot be opened for writing");
    }

    [Fact]
    public async Task Run_WhereTheFolderCannotBeMade_Refuses()
    {
        var inTheWay = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(inTheWay, "");
        await using var app = Create(Path.Combine(inTheWay, "data"));
        Assert.Equal(3, await OpsWebApplication.RunAsync(app, []));
    }

    [Fact]
    public async Task Run_OnAnAddressThatAnotherProgramHas_EndsWithItsCode()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var app = OpsWebApplication.Create(["--environment=Production", $"--urls=http://{other.LocalEndpoint}", $"--Storage:Folder={_folder}"]);
        using var log = new RecordedLog();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);

        Assert.Equal(4, await OpsWebApplication.RunAsync(app, []));

        Assert.DoesNotContain(log.Lines, line => line.Contains("BackgroundService", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    /// <summary>A root user passes every permission, so the sentences are asked of the migrator and the code of the process.</summary>
    private async Task RefusesAsync(string sentence)
    {
        var refusal = Assert.Throws<StorageUnusableException>(Migrate);
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        await using var app = Create(_folder);
        Assert.Equal(3, await OpsWebApplication.RunAsync(app, []));
    }

    private static WebApplication Create(string folder) => OpsWebApplication.Create(["--environment=Production", "--urls=http://127.0.0.1:0", $"--Storage:Folder={folder}"]);

    private void Migrate() => new Migrator(new StorageOptions { Folder = _folder }, TimeProvider.System).Apply();

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
