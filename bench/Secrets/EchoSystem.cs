using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors.OpenApi;

namespace OpsConsole.Bench.Secrets;

/// <summary>One way to sign in to the hostile system, with the secret that is set in the console and the part of it that must stay secret.</summary>
internal sealed record EchoDoor(string Id, AuthScheme Scheme, string Secret, Canary Canary);

/// <summary>
/// An outside system with one door for each way to sign in. It accepts everybody and gives back what it was sent, credential included: in
/// records, answers, refusals, failures, headers, redirects, and in answers that are no HTTP.
/// </summary>
internal sealed class EchoSystem(IReadOnlyList<EchoDoor> doors, JsonObject marked)
{
    /// <summary>What a call can ask for; each is another way to say the credential.</summary>
    public static readonly IReadOnlyList<string> Ways =
    [
        "done", "escaped", "member", "receipt", "text", "refused", "code", "long", "unauthorised", "forbidden", "missing", "conflict", "failed", "later", "redirect", "page", "status-line", "header-line", "cut",
    ];

    public const string Collection = "orders";

    public string Answer(EchoRequest request)
    {
        var door = doors.Single(door => request.Path.StartsWith($"/{door.Id}/", StringComparison.Ordinal));
        var path = request.Path[(door.Id.Length + 2)..];
        var echo = EchoText.Of(request, door.Secret);
        return path.StartsWith("records/", StringComparison.Ordinal) ? Record(path[(path.LastIndexOf('/') + 1)..], echo, door)
            : Answer(path.StartsWith("look/", StringComparison.Ordinal) ? path["look/".Length..] : JsonNode.Parse(request.Body.Length > 0 ? request.Body : "{}")?["how"]?.ToString() ?? "done", echo, door.Secret);
    }

    /// <summary>The request without the credential where it belongs.</summary>
    public string WithoutCredential(EchoRequest request)
    {
        var door = doors.Single(door => request.Path.StartsWith($"/{door.Id}/", StringComparison.Ordinal));
        var line = door.Scheme.Kind == AuthKind.QueryKey ? request.Line.Replace($"{door.Scheme.Key}={Uri.EscapeDataString(door.Secret)}", "", StringComparison.Ordinal) : request.Line;
        var own = door.Scheme.Kind switch { AuthKind.HeaderKey => door.Scheme.Key, AuthKind.CookieKey => "Cookie", _ => "Authorization" };
        return $"{line}\r\n{string.Join("\r\n", request.Headers.Where(header => !header.StartsWith($"{own}:", StringComparison.OrdinalIgnoreCase)))}\r\n\r\n{request.Body}";
    }

    /// <summary>Whether a request came through a door with its whole credential.</summary>
    public static bool IsSignedIn(EchoRequest request, EchoDoor door) => request.Path.StartsWith($"/{door.Id}/", StringComparison.Ordinal) && door.Scheme.Kind switch
    {
        AuthKind.HeaderKey => request.Header(door.Scheme.Key) == door.Secret,
        AuthKind.QueryKey => request.Target.Contains($"{door.Scheme.Key}={Uri.EscapeDataString(door.Secret)}", StringComparison.Ordinal),
        AuthKind.CookieKey => request.Header("Cookie") == $"{door.Scheme.Key}={Uri.EscapeDataString(door.Secret)}",
        AuthKind.Bearer => request.Header("Authorization") == $"Bearer {door.Secret}",
        AuthKind.Basic => request.Header("Authorization") == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(door.Secret))}",
        AuthKind.None => false,
    };

    public static string Document() => new JsonObject
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject { ["title"] = "Echo", ["version"] = "1" },
        ["paths"] = new JsonObject
        {
            ["/look/{how}"] = new JsonObject
            {
                ["get"] = new JsonObject { ["operationId"] = "look", ["summary"] = "Looks", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "how", ["in"] = "path", ["required"] = true, ["schema"] = Text() }), ["responses"] = Fine() },
            },
            ["/act"] = new JsonObject
            {
                ["post"] = new JsonObject
                {
                    ["operationId"] = "act", ["summary"] = "Acts", ["responses"] = Fine(),
                    ["requestBody"] = new JsonObject
                    {
                        ["required"] = true,
                        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("how"), ["properties"] = new JsonObject { ["how"] = Text() } } } },
                    },
                },
            },
        },
    }.ToJsonString();

    private string Record(string id, string echo, EchoDoor door)
    {
        var record = (JsonObject)marked.DeepClone();
        (record["order_id"], record["status"], record["note"], record["seen_key"]) = (id, "open", echo, door.Secret);
        record[door.Secret] = "as a name";
        return EchoServer.Answer("200 OK", record.ToJsonString(), headers: [$"ETag: \"{Uri.EscapeDataString(door.Secret)}\""]);
    }

    private static string Answer(string how, string echo, string credential)
    {
        var line = EchoText.OneLine(credential);
        string Problem(string status, string? code = null) =>
            EchoServer.Answer(status, new JsonObject { ["title"] = echo, ["detail"] = echo, ["code"] = code ?? "wrong" }.ToJsonString(), "application/problem+json", $"X-Debug: {line}");
        return how switch
        {
            "escaped" => EchoServer.Answer("200 OK", $"{{\"said\": \"{EchoText.Escaped(credential)}\"}}"),
            "member" => EchoServer.Answer("200 OK", new JsonObject { [credential] = new JsonObject { [echo] = true } }.ToJsonString()),
            "receipt" => EchoServer.Answer("200 OK", "{}", headers: [$"X-Receipt: {line}", $"Warning: {line}", "Idempotent-Replayed: false"]),
            "text" => EchoServer.Answer("200 OK", echo, "text/plain"),
            "refused" => Problem("400 Bad Request"),
            "code" => EchoServer.Answer("422 Unprocessable", new JsonObject { ["error"] = new JsonObject { ["code"] = credential, ["message"] = $"no: {credential}" } }.ToJsonString()),
            "long" => EchoServer.Answer("409 Conflict", new JsonObject { ["detail"] = $"{new string('x', 480)} {credential}" }.ToJsonString()),
            "unauthorised" => Problem("401 Unauthorized"),
            "forbidden" => Problem("403 Forbidden"),
            "missing" => Problem("404 Not Found"),
            "conflict" => Problem("409 Conflict", credential),
            "failed" => Problem("500 Internal Server Error"),
            "later" => EchoServer.Answer("503 Service Unavailable", echo, "text/plain", "Retry-After: 1"),
            "redirect" => EchoServer.Answer("302 Found", "", headers: [$"Location: http://127.0.0.1:1/{line}"]),
            "page" => EchoServer.Answer("502 Bad Gateway", $"<html><body><pre>{echo}</pre></body></html>", "text/html"),
            "status-line" => $"HTTP/1.1 {line}\r\n\r\n",
            "header-line" => $"HTTP/1.1 200 OK\r\n{line.Replace(":", "", StringComparison.Ordinal)}\r\n\r\n",
            "cut" => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\nConnection: close\r\n\r\n{{\"said\": \"{echo}",
            _ => EchoServer.Answer("200 OK", new JsonObject { ["ok"] = true, ["echo"] = echo, ["list"] = new JsonArray(credential, new JsonObject { ["deep"] = credential }) }.ToJsonString()),
        };
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Fine() => new() { ["200"] = new JsonObject { ["description"] = "Fine" } };
}
