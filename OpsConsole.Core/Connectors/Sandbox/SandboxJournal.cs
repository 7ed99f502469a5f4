using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>The effect log and the answers by idempotency key; both are written in the transaction of the effect.</summary>
internal static class SandboxJournal
{
    /// <summary>The first answer to this key, a refusal when the key came with another request, or null when the key is new.</summary>
    public static ConnectorResult? FindAnswer(SandboxRecords records, string key, string request)
    {
        using var command = records.Command("SELECT request, sequence, body, code, message FROM answers WHERE idempotency_key = $key;");
        command.Parameters.AddWithValue("$key", key);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        if (reader.GetString(0) != request)
        {
            return new ConnectorResult.Refused("idempotency_key_reused", "This idempotency key came with another request before. Nothing was changed.");
        }

        return reader.IsDBNull(3)
            ? new ConnectorResult.Done(JsonNode.Parse(reader.GetString(2)), Receipt(reader.GetInt64(1)), Replayed: true)
            : new ConnectorResult.Refused(reader.GetString(3), reader.GetString(4));
    }

    public static long Append(SandboxRecords records, ConnectorCall call, DateTimeOffset at)
    {
        using var command = records.Command(
            "INSERT INTO effects (at, operation, arguments, idempotency_key, records) VALUES ($at, $operation, $arguments, $key, $records) RETURNING sequence;");
        command.Parameters.AddWithValue("$at", at.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$operation", call.Operation);
        command.Parameters.AddWithValue("$arguments", CanonicalJson.Write(call.Arguments));
        command.Parameters.AddWithValue("$key", (object?)call.IdempotencyKey ?? DBNull.Value);
        command.Parameters.AddWithValue("$records", string.Join(',', records.Changed));
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Keeps the answer under its key, if there is one, and gives it in the connector's words.</summary>
    public static ConnectorResult Keep(SandboxRecords records, ConnectorCall call, string request, SandboxAnswer answer, long? sequence)
    {
        var given = answer as SandboxAnswer.Given;
        var refused = answer as SandboxAnswer.Refused;
        if (call.IdempotencyKey is { } key)
        {
            using var command = records.Command("INSERT INTO answers VALUES ($key, $request, $sequence, $body, $code, $message);");
            command.Parameters.AddWithValue("$key", key);
            command.Parameters.AddWithValue("$request", request);
            command.Parameters.AddWithValue("$sequence", (object?)sequence ?? DBNull.Value);
            command.Parameters.AddWithValue("$body", given is null ? DBNull.Value : CanonicalJson.Write(given.Body));
            command.Parameters.AddWithValue("$code", (object?)refused?.Code ?? DBNull.Value);
            command.Parameters.AddWithValue("$message", (object?)refused?.Message ?? DBNull.Value);
            command.ExecuteNonQuery();
        }

        return answer switch
        {
            SandboxAnswer.Given done => new ConnectorResult.Done(done.Body, sequence is { } number ? Receipt(number) : null),
            SandboxAnswer.Refused no => new ConnectorResult.Refused(no.Code, no.Message),
            _ => throw new InvalidOperationException("The family of answers is closed."),
        };
    }

    private static string Receipt(long sequence) => $"SBX-{sequence}";
}
