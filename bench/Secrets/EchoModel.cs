using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Bench.Competent;

namespace OpsConsole.Bench.Secrets;

/// <summary>
/// A model's endpoint that answers the console's questions, and says the key that it was asked with: in the answer, piece by piece, in
/// what it calls itself, in calls of tools, in refusals, failures, errors within a stream, redirects, and in what is no answer at all.
/// </summary>
internal sealed class EchoModel
{
    private const int Piece = 7;

    private int _asked;

    /// <summary>Half of what it does is an answer, so that cases get on.</summary>
    private static readonly IReadOnlyList<Func<EchoRequest, string, string, string>> Ways =
    [
        (request, _, echo) => Say(request, echo),
        (_, _, echo) => Fail("401 Unauthorized", echo, "invalid_api_key"),
        (request, _, _) => Say(request, ""),
        (_, _, echo) => Fail("500 Internal Server Error", echo, "server_error"),
        (request, key, _) => Say(request, "", name: key),
        (_, _, echo) => Fail("403 Forbidden", echo, "permission_error"),
        (request, _, echo) => Say(request, echo, inJson: true),
        (_, _, echo) => Stream($"data: {new JsonObject { ["error"] = new JsonObject { ["message"] = echo, ["code"] = "server_error" } }.ToJsonString()}\n\n"),
        (request, _, echo) => Say(request, echo),
        (_, _, echo) => Fail("404 Not Found", echo, "model_not_found"),
        (request, key, _) => Call(request, key),
        (_, key, _) => EchoServer.Answer("307 Temporary Redirect", "", headers: [$"Location: http://127.0.0.1:1/{Uri.EscapeDataString(key)}"]),
        (request, _, _) => Say(request, ""),
        (_, _, echo) => Fail("400 Bad Request", echo, "invalid_request_error"),
        (_, key, _) => Stream($"data: {new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["delta"] = new JsonObject { ["role"] = key, ["content"] = new JsonObject { [key] = key } } }) }.ToJsonString()}\n\n"),
        (request, key, _) => Say(request, key),
        (_, key, _) => $"HTTP/1.1 {EchoText.OneLine(key)}\r\n\r\n",
        (_, _, echo) => Fail("429 Too Many Requests", echo, "insufficient_quota"),
        (request, key, _) => Say(request, "", name: $"stub of {key}"),
        (_, key, _) => $"HTTP/1.1 200 OK\r\n{EchoText.OneLine(key).Replace(":", "", StringComparison.Ordinal)}\r\n\r\n",
        (_, key, _) => Stream($"data: {{\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\": [\n\n"),
    ];

    public string Answer(EchoRequest request)
    {
        var key = KeyOf(request) ?? "";
        return Ways[(Interlocked.Increment(ref _asked) - 1) % Ways.Count](request, key, EchoText.Of(request, key));
    }

    /// <summary>The key that a question came with, where it belongs.</summary>
    public static string? KeyOf(EchoRequest request) =>
        request.Header("api-key") ?? (request.Header("Authorization") is { } bearer && bearer.StartsWith("Bearer ", StringComparison.Ordinal) ? bearer["Bearer ".Length..] : null);

    public static string WithoutKey(EchoRequest request) =>
        $"{request.Line}\r\n{string.Join("\r\n", request.Headers.Where(header => !header.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase) && !header.StartsWith("api-key:", StringComparison.OrdinalIgnoreCase)))}\r\n\r\n{request.Body}";

    private static string Say(EchoRequest request, string echo, string name = "stub", bool inJson = false)
    {
        var answer = CompetentModel.Answer(JsonNode.Parse(request.Body)!.AsObject());
        if (answer.Calls.Count > 0)
        {
            return Call(request, echo.Length > 0 ? echo : "call_1", answer.Calls[0]);
        }

        var isJson = answer.Text.StartsWith('{');
        var text = echo.Length == 0 || (isJson && !inJson) ? answer.Text : isJson ? Spread(JsonNode.Parse(answer.Text), echo)!.ToJsonString() : $"{answer.Text}\n\n{echo}";
        var events = Enumerable.Range(0, (text.Length + Piece - 1) / Piece).Select(at => Event(name, new JsonObject { ["content"] = text.Substring(at * Piece, Math.Min(Piece, text.Length - at * Piece)) }, null));
        return Stream(string.Concat(events) + End(name, "stop"));
    }

    /// <summary>A call of a tool; without one that is offered, of one that is named by the key.</summary>
    private static string Call(EchoRequest request, string key, (string Name, string Arguments)? call = null)
    {
        var offered = JsonNode.Parse(request.Body)?["tools"]?[0]?["function"]?["name"]?.ToString();
        var begun = new JsonObject { ["index"] = 0, ["id"] = key, ["type"] = "function", ["function"] = new JsonObject { ["name"] = call?.Name ?? offered ?? key, ["arguments"] = call?.Arguments ?? new JsonObject { ["say"] = key, [key] = key }.ToJsonString() } };
        return Stream(Event("stub", new JsonObject { ["tool_calls"] = new JsonArray(begun) }, null) + End("stub", "tool_calls"));
    }

    private static JsonNode? Spread(JsonNode? node, string echo) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Spread(member.Value, echo)))),
        JsonArray items => new JsonArray([.. items.Select(item => Spread(item, echo))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create($"{text} {echo}"),
        _ => node?.DeepClone(),
    };

    private static string Event(string name, JsonObject delta, string? finish) => $"data: {new JsonObject
    {
        ["id"] = name, ["object"] = "chat.completion.chunk", ["created"] = 1_790_000_000, ["model"] = name, ["system_fingerprint"] = name,
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    }.ToJsonString()}\n\n";

    private static string End(string name, string finish) =>
        Event(name, [], finish) + $"data: {new JsonObject { ["id"] = name, ["object"] = "chat.completion.chunk", ["created"] = 1_790_000_000, ["model"] = name, ["choices"] = new JsonArray(), ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 50, ["total_tokens"] = 150 } }.ToJsonString()}\n\ndata: [DONE]\n\n";

    private static string Stream(string events) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: {Encoding.Latin1.GetByteCount(events)}\r\nConnection: close\r\n\r\n{events}";

    private static string Fail(string status, string echo, string code) =>
        EchoServer.Answer(status, new JsonObject { ["error"] = new JsonObject { ["message"] = echo, ["code"] = code } }.ToJsonString(), headers: [$"X-Request-Id: {EchoText.OneLine(echo)[..80]}"]);
}
