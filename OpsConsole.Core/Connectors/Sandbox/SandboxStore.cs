using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using OpsConsole.Core.Connectors.Sandbox.Seeding;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>One effect that happened in the sandbox, in the order in which they happened.</summary>
public sealed record SandboxEffect(long Sequence, DateTimeOffset At, string Operation, JsonObject Arguments, string? IdempotencyKey, IReadOnlyList<string> Records);

/// <summary>
/// The shop's own file. A write puts its records, its effect and its answer down in one transaction or not at all, so that the effect log
/// is exactly what happened. The file is made and filled at the first use.
/// </summary>
public sealed class SandboxStore(StorageOptions storage, TimeProvider clock) : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode=WAL;
        CREATE TABLE IF NOT EXISTS records (collection TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, version TEXT NOT NULL, PRIMARY KEY (collection, id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS orders_of_customer ON records (json_extract(body, '$.customer_id') COLLATE NOCASE) WHERE collection = 'orders';
        CREATE TABLE IF NOT EXISTS effects (sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, operation TEXT NOT NULL, arguments TEXT NOT NULL, idempotency_key TEXT NULL, records TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS answers (idempotency_key TEXT PRIMARY KEY, request TEXT NOT NULL, sequence INTEGER NULL, body TEXT NULL, code TEXT NULL, message TEXT NULL) WITHOUT ROWID;
        """;

    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(storage.Folder, "sandbox.db"), DefaultTimeout = 10 }.ToString();
    private readonly Lock _writing = new();
    private SqliteConnection? _stale;
    private bool _ready;

    /// <summary>The effects after a sequence number, oldest first.</summary>
    public IReadOnlyList<SandboxEffect> ReadEffects(long after = 0)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, at, operation, arguments, idempotency_key, records FROM effects WHERE sequence > $after ORDER BY sequence;";
        command.Parameters.AddWithValue("$after", after);
        using var reader = command.ExecuteReader();
        var effects = new List<SandboxEffect>();
        while (reader.Read())
        {
            effects.Add(new SandboxEffect(
                reader.GetInt64(0),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
                reader.GetString(2),
                JsonNode.Parse(reader.GetString(3))!.AsObject(),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.GetString(5).Split(',')));
        }

        return effects;
    }

    internal T Read<T>(bool stale, Func<SandboxRecords, T> read)
    {
        if (stale)
        {
            lock (_writing)
            {
                if (_stale is { } then)
                {
                    return read(new SandboxRecords(then, null, clock.GetUtcNow()));
                }
            }
        }

        using var connection = Open();
        return read(new SandboxRecords(connection, null, clock.GetUtcNow()));
    }

    /// <summary>Carries a write out once: a key that was seen with the same request gives its first answer again.</summary>
    internal ConnectorResult Write(ConnectorCall call, SandboxAct act)
    {
        lock (_writing)
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var records = new SandboxRecords(connection, transaction, clock.GetUtcNow());
            var request = CanonicalJson.Digest(new JsonObject { ["operation"] = call.Operation, ["arguments"] = call.Arguments.DeepClone() });
            if (call.IdempotencyKey is { } key && SandboxJournal.FindAnswer(records, key, request) is { } first)
            {
                return first;
            }

            var answer = act(records, call.Arguments);
            if (answer is SandboxAnswer.Refused)
            {
                transaction.Rollback();
                using var second = connection.BeginTransaction(deferred: false);
                var refused = SandboxJournal.Keep(new SandboxRecords(connection, second, clock.GetUtcNow()), call, request, answer, null);
                second.Commit();
                return refused;
            }

            var sequence = SandboxJournal.Append(records, call, clock.GetUtcNow());
            var done = SandboxJournal.Keep(records, call, request, answer, sequence);
            transaction.Commit();
            return done;
        }
    }

    /// <summary>Keeps the records as they are now for reads that are made stale, or lets go of them.</summary>
    internal void KeepStale(bool keep)
    {
        lock (_writing)
        {
            _stale?.Dispose();
            _stale = null;
            if (keep)
            {
                _stale = new SqliteConnection("Data Source=:memory:");
                _stale.Open();
                using var connection = Open();
                connection.BackupDatabase(_stale);
            }
        }
    }

    public void Dispose() => _stale?.Dispose();

    private SqliteConnection Open()
    {
        lock (_writing)
        {
            if (!_ready)
            {
                Directory.CreateDirectory(storage.Folder);
                Prepare();
                _ready = true;
            }
        }

        var connection = new SqliteConnection(_connection);
        connection.Open();
        return connection;
    }

    private void Prepare()
    {
        using var connection = new SqliteConnection(_connection);
        connection.Open();
        using (var schema = connection.CreateCommand())
        {
            schema.CommandText = Schema;
            schema.ExecuteNonQuery();
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        var records = new SandboxRecords(connection, transaction, clock.GetUtcNow());
        using var empty = records.Command("SELECT NOT EXISTS (SELECT 1 FROM records);");
        if ((long)empty.ExecuteScalar()! == 1)
        {
            ShopSeed.Fill(records, clock.GetUtcNow());
        }

        transaction.Commit();
    }
}
