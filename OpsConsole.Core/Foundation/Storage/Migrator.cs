using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace OpsConsole.Core.Foundation.Storage;

/// <summary>What stopped the storage from opening, as one sentence each for what, why and what to do.</summary>
public sealed class StorageUnusableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Brings a database file to this version by the numbered scripts of <c>Migrations/sqlite</c>, each in a transaction with its row of
/// history. Refuses, and changes nothing, when the file is locked, read-only, damaged, from a newer version, or when a script that was
/// applied has since been edited.
/// </summary>
public sealed class Migrator(StorageOptions options, TimeProvider clock)
{
    private const string Prefix = "Migrations/sqlite/";

    public static IReadOnlyList<Migration> All { get; } = ReadAll();

    /// <exception cref="StorageUnusableException">The file cannot be used; it is left as it was.</exception>
    public void Apply()
    {
        var file = Path.GetFullPath(options.DatabaseFile);
        try
        {
            Directory.CreateDirectory(options.Folder);
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5, Pooling = false }.ToString());
            connection.Open();
            Apply(connection, file);
        }
        catch (SqliteException failure)
        {
            throw new StorageUnusableException(Explain(file, failure), failure);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new StorageUnusableException(
                $"The data folder {Path.GetFullPath(options.Folder)} cannot be written: {failure.Message} Give this user write access to it, or set Storage:Folder to another folder.", failure);
        }
    }

    private void Apply(SqliteConnection connection, string file)
    {
        Execute(connection, "PRAGMA busy_timeout=5000;");
        // Fails here, before anything is touched, when another program writes to the file or nobody may.
        Execute(connection, "BEGIN IMMEDIATE; ROLLBACK;");
        Execute(connection, "PRAGMA journal_mode=WAL;");
        var check = Scalar(connection, "PRAGMA quick_check(1);");
        if (check != "ok")
        {
            throw new StorageUnusableException($"The database {file} is damaged ({check}). Nothing was changed; restore it from a backup, or move it away to start empty.");
        }

        Execute(connection, "CREATE TABLE IF NOT EXISTS schema_history (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL);");
        var applied = ReadHistory(connection);
        Refuse(file, applied);
        foreach (var migration in All.Where(migration => !applied.ContainsKey(migration.Number)))
        {
            using var transaction = connection.BeginTransaction();
            Execute(connection, migration.Sql, transaction);
            using var history = connection.CreateCommand();
            history.Transaction = transaction;
            history.CommandText = "INSERT INTO schema_history VALUES ($number, $name, $checksum, $at);";
            history.Parameters.AddWithValue("$number", migration.Number);
            history.Parameters.AddWithValue("$name", migration.Name);
            history.Parameters.AddWithValue("$checksum", migration.Checksum);
            history.Parameters.AddWithValue("$at", clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000);
            history.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    private static void Refuse(string file, Dictionary<int, string> applied)
    {
        var newest = All.Count == 0 ? 0 : All[^1].Number;
        if (applied.Keys.Any(number => number > newest))
        {
            throw new StorageUnusableException(
                $"The database {file} was written by a newer version of OpsConsole (schema {applied.Keys.Max()}, this version knows {newest}). Nothing was changed; start the newer version, or restore a backup made before the update.");
        }

        foreach (var migration in All)
        {
            if (applied.TryGetValue(migration.Number, out var checksum) && checksum != migration.Checksum)
            {
                throw new StorageUnusableException(
                    $"The database {file} was made with another text of migration {migration.Name}. Nothing was changed; use the build that made it, or start with another Storage:Folder.");
            }
        }
    }

    private static Dictionary<int, string> ReadHistory(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, checksum FROM schema_history;";
        using var reader = command.ExecuteReader();
        var applied = new Dictionary<int, string>();
        while (reader.Read())
        {
            applied[reader.GetInt32(0)] = reader.GetString(1);
        }

        return applied;
    }

    private static string Explain(string file, SqliteException failure) => failure.SqliteErrorCode switch
    {
        5 or 6 => $"The database {file} is locked by another program. Nothing was changed; stop the other OpsConsole or the tool that holds it, then start again.",
        8 or 14 => $"The database {file} cannot be opened for writing. Nothing was changed; give this user write access to the file and its folder, or set Storage:Folder to another folder.",
        11 or 26 => $"The file {file} is damaged or no SQLite database. Nothing was changed; restore it from a backup, or move it away to start empty.",
        13 => $"There is no space left for the database {file}. Nothing was changed; free some space and start again.",
        _ => $"The database {file} cannot be used: {failure.Message}. Nothing was changed.",
    };

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }

    private static List<Migration> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Migration.Read(name[Prefix.Length..], assembly.GetManifestResourceStream(name)!))
            .OrderBy(migration => migration.Number)];
    }
}

/// <summary>One numbered script, such as <c>0003_cases.sql</c>.</summary>
public sealed record Migration(int Number, string Name, string Sql, string Checksum)
{
    internal static Migration Read(string name, Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        return new Migration(int.Parse(name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), name, sql, checksum);
    }
}
