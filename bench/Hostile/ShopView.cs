using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace OpsConsole.Bench.Hostile;

/// <summary>
/// Looks at the shop's own file, past the console and past its connector, so that whoever judges what happened there believes neither. It can
/// also put the shop back to its first day, since a shop in which everything was cancelled and given back leaves nothing to try.
/// </summary>
internal sealed class ShopView : IDisposable
{
    private readonly SqliteConnection _file;
    private readonly Lock _one = new();

    public ShopView(string folder)
    {
        _file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "sandbox.db"), DefaultTimeout = 10 }.ToString());
        _file.Open();
        Run("CREATE TABLE IF NOT EXISTS first_day AS SELECT * FROM records;");
    }

    public long Effects => Convert.ToInt64(Ask("SELECT count(*) FROM effects;").Single(), System.Globalization.CultureInfo.InvariantCulture);

    public JsonObject? Find(string collection, string id) =>
        Ask("SELECT body FROM records WHERE collection = $a AND id = $b;", collection, id).Select(Parse).FirstOrDefault();

    /// <summary>All records of a collection, or those of one customer.</summary>
    public IReadOnlyList<JsonObject> All(string collection, string? customer = null) => customer is null
        ? [.. Ask("SELECT body FROM records WHERE collection = $a ORDER BY id;", collection).Select(Parse)]
        : [.. Ask($"SELECT body FROM records WHERE collection = '{collection}' AND json_extract(body, '$.customer_id') = $a COLLATE NOCASE ORDER BY id;", customer).Select(Parse)];

    /// <summary>Every record is again what it was when the shop opened. What happened stays in its log of effects.</summary>
    public void Reopen() => Run("BEGIN IMMEDIATE; DELETE FROM records; INSERT INTO records SELECT * FROM first_day; COMMIT;");

    public void Dispose() => _file.Dispose();

    private static JsonObject Parse(object body) => JsonNode.Parse((string)body)!.AsObject();

    private void Run(string sql)
    {
        lock (_one)
        {
            using var command = _file.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private List<object> Ask(string sql, params ReadOnlySpan<string> values)
    {
        lock (_one)
        {
            using var command = _file.CreateCommand();
            command.CommandText = sql;
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters.AddWithValue(index == 0 ? "$a" : "$b", values[index]);
            }

            using var reader = command.ExecuteReader();
            var found = new List<object>();
            while (reader.Read())
            {
                found.Add(reader.GetValue(0));
            }

            return found;
        }
    }
}
