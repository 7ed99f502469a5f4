using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Foundation;

public sealed class SchemaTests
{
    [Fact]
    public async Task Migrations_OnAnEmptyFolder_MakeTheTablesOfTheModel()
    {
        using var host = new CoreHost();
        var differences = await host.Database.ReadAsync(db => Task.FromResult(Compare(db)), CancellationToken.None);
        Assert.Empty(differences);
    }

    private static List<string> Compare(OpsDbContext db)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        connection.Open();
        var differences = new List<string>();
        foreach (var entity in db.Model.GetRelationalModel().Tables)
        {
            var columns = Columns(connection, entity.Name);
            var wanted = entity.Columns.ToDictionary(column => column.Name, Describe);
            differences.AddRange(wanted.Where(column => !columns.TryGetValue(column.Key, out var found) || found != column.Value)
                .Select(column => $"{entity.Name}.{column.Key}: the model has {column.Value}, the scripts make {columns.GetValueOrDefault(column.Key, "nothing")}"));
            differences.AddRange(columns.Keys.Where(name => !wanted.ContainsKey(name)).Select(name => $"{entity.Name}.{name}: not in the model"));
            differences.AddRange(entity.Indexes.Where(index => !IndexExists(connection, index)).Select(index => $"{entity.Name}: index {index.Name} is not made by the scripts"));
        }

        return differences;
    }

    private static string Describe(IColumn column) => $"{column.StoreType} {(column.IsNullable ? "NULL" : "NOT NULL")}";

    private static Dictionary<string, string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, type, \"notnull\" FROM pragma_table_info($table);";
        command.Parameters.AddWithValue("$table", table);
        using var reader = command.ExecuteReader();
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            columns[reader.GetString(0)] = $"{reader.GetString(1)} {(reader.GetInt32(2) == 1 ? "NOT NULL" : "NULL")}";
        }

        return columns;
    }

    private static bool IndexExists(SqliteConnection connection, ITableIndex index)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pragma_index_list($table) WHERE name = $index AND \"unique\" = $unique;";
        command.Parameters.AddWithValue("$table", index.Table.Name);
        command.Parameters.AddWithValue("$index", index.Name);
        command.Parameters.AddWithValue("$unique", index.IsUnique ? 1 : 0);
        return (long)command.ExecuteScalar()! == 1;
    }
}
