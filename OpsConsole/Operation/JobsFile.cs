using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OpsConsole.Operation;

/// <summary>
/// Connections to the scheduler's file. It holds triggers and no truth, so that its commits need not wait for the disk: what a power cut
/// takes from it the next sweep does not miss.
/// </summary>
public sealed class JobsFile : DbProviderFactory
{
    public static readonly JobsFile Instance = new();

    private JobsFile()
    {
    }

    public override DbConnection CreateConnection() => new JobsConnection();

    public override DbCommand CreateCommand() => SqliteFactory.Instance.CreateCommand();

    public override DbParameter CreateParameter() => SqliteFactory.Instance.CreateParameter();

    public override DbConnectionStringBuilder CreateConnectionStringBuilder() => SqliteFactory.Instance.CreateConnectionStringBuilder();

    private sealed class JobsConnection : SqliteConnection
    {
        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA busy_timeout=5000;";

        public override void Open()
        {
            base.Open();
            using var command = CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
    }
}
