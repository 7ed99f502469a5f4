using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace OpsConsole.Bench.Secrets;

/// <summary>Reads every byte of a data folder, and every value of its database by its column.</summary>
internal static class DataFolder
{
    /// <summary>Where the keys lie by which everything else is encrypted: <c>docs/security.md</c> names it, and it is left out.</summary>
    public const string Keys = "keys";

    private const string Database = "opsconsole.db";

    public static void Read(string folder, Evidence evidence)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (!name.Split('/').SkipLast(1).Contains(Keys))
            {
                evidence.Add(PlaceOf(Path.GetFileName(name)), name, Bytes(file));
            }
        }
    }

    /// <summary>What the keys are: they stand in no other place.</summary>
    public static IEnumerable<string> ReadKeys(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, Keys), "*.xml").Select(file => System.Xml.Linq.XDocument.Load(file).Descendants("value").Single().Value);

    public static void ReadRows(string folder, Evidence evidence)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, Database)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        foreach (var table in Query(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").Select(row => row[0].Value).ToList())
        {
            var columns = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
            foreach (var (column, value) in Query(connection, $"SELECT * FROM \"{table}\"").SelectMany(row => row))
            {
                (columns.TryGetValue(column, out var text) ? text : columns[column] = new StringBuilder()).Append(value).Append('\n', 2);
            }

            foreach (var (column, text) in columns)
            {
                evidence.Add(table == "model_exchanges" ? Place.Exchanges : Place.Rows, $"{table}.{column}", text.ToString());
            }
        }
    }

    private static Place PlaceOf(string file) => file switch
    {
        _ when file.EndsWith("-wal", StringComparison.Ordinal) || file.EndsWith("-shm", StringComparison.Ordinal) => Place.Wal,
        _ when file.EndsWith(".db", StringComparison.Ordinal) => Place.Database,
        _ => Place.Files,
    };

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<IReadOnlyList<(string Column, string Value)>> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(at => (reader.GetName(at), Text(reader.GetValue(at))))];
        }
    }

    private static string Text(object value) => value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
