using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>The shop's records as one transaction sees them. Nothing of what is put lasts unless the store commits.</summary>
internal sealed class SandboxRecords(SqliteConnection connection, SqliteTransaction? transaction, DateTimeOffset now)
{
    /// <summary>The collections and the member that is the id of their records.</summary>
    public static readonly IReadOnlyDictionary<string, string> IdMembers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["customers"] = "customer_id",
        ["orders"] = "order_id",
        ["products"] = "product_id",
        ["payments"] = "payment_id",
        ["shipments"] = "shipment_id",
        ["credits"] = "credit_id",
        ["tickets"] = "ticket_id",
    };

    private readonly List<string> _changed = [];

    /// <summary>The records that were put, as <c>collection/id</c>.</summary>
    public IReadOnlyList<string> Changed => _changed;

    public string Now => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public JsonObject? Find(string collection, string id) => FindWithVersion(collection, id)?.Body;

    public (JsonObject Body, string Version)? FindWithVersion(string collection, string id)
    {
        using var command = Command("SELECT body, version FROM records WHERE collection = $collection AND id = $id;");
        command.Parameters.AddWithValue("$collection", collection);
        command.Parameters.AddWithValue("$id", id);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (JsonNode.Parse(reader.GetString(0))!.AsObject(), reader.GetString(1)) : null;
    }

    /// <summary>The records of a collection whose member has this text, in the order of their ids; letters of either case are the same.</summary>
    public IReadOnlyList<JsonObject> Where(string collection, string member, string text)
    {
        using var command = Command($"SELECT body FROM records WHERE collection = '{collection}' AND json_extract(body, '$.{member}') = $text COLLATE NOCASE ORDER BY id;");
        command.Parameters.AddWithValue("$text", text);
        using var reader = command.ExecuteReader();
        var found = new List<JsonObject>();
        while (reader.Read())
        {
            found.Add(JsonNode.Parse(reader.GetString(0))!.AsObject());
        }

        return found;
    }

    public void Put(string collection, JsonObject body)
    {
        var id = body.Text(IdMembers[collection]);
        using var command = Command("INSERT INTO records VALUES ($collection, $id, $body, $version) ON CONFLICT DO UPDATE SET body = $body, version = $version;");
        command.Parameters.AddWithValue("$collection", collection);
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$body", CanonicalJson.Write(body));
        command.Parameters.AddWithValue("$version", CanonicalJson.Digest(body));
        command.ExecuteNonQuery();
        _changed.Add($"{collection}/{id}");
    }

    /// <summary>The next free id of a collection, such as <c>CR-10</c> after <c>CR-9</c>.</summary>
    public string NextId(string collection, string prefix)
    {
        using var command = Command("SELECT count(*) FROM records WHERE collection = $collection;");
        command.Parameters.AddWithValue("$collection", collection);
        return $"{prefix}{1001 + (long)command.ExecuteScalar()!}";
    }

    public SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }
}
