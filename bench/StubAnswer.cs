using System.Text.Json.Nodes;

namespace OpsConsole.Bench;

/// <summary>What the stub does with one question.</summary>
internal sealed record StubAnswer
{
    public string Text { get; init; } = "";

    /// <summary>Tools to be called, each with its arguments as they are written, JSON or not.</summary>
    public IReadOnlyList<(string Name, string Arguments)> Calls { get; init; } = [];

    public int Status { get; init; } = 200;

    /// <summary>Sent in place of an answer when <see cref="Status"/> is no success, or when it is not null.</summary>
    public string? Body { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Null: the stream ends without one, as when a proxy in between gave up.</summary>
    public string? Finish { get; init; } = "stop";

    /// <summary>Before each piece of the answer.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Awaited before each piece of the answer, for whoever sets its pace by hand.</summary>
    public Func<CancellationToken, Task>? Held { get; init; }

    /// <summary>The connection is cut in the middle of the answer.</summary>
    public bool Cut { get; init; }

    /// <summary>Nothing is answered until the other side gives up.</summary>
    public bool Hang { get; init; }

    /// <summary>The connection is cut before the first byte.</summary>
    public bool Drop { get; init; }

    /// <summary>Each piece is sent twice, as by a proxy that repeats what it believes lost.</summary>
    public bool Twice { get; init; }

    /// <summary>Sent within the stream in the middle of the answer, under status 200, as gateways do.</summary>
    public string? Error { get; init; }

    /// <summary>That of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Characters in a piece.</summary>
    public int PieceLength { get; init; } = 12;

    public bool WithUsage { get; init; } = true;

    public static StubAnswer Say(string text) => new() { Text = text };

    public static StubAnswer Call(string tool, JsonObject arguments) => new() { Calls = [(tool, arguments.ToJsonString())], Finish = "tool_calls" };

    public static StubAnswer Fail(int status, string? message = null, string? code = null, params (string Name, string Value)[] headers) => new()
    {
        Status = status,
        Body = new JsonObject { ["error"] = new JsonObject { ["message"] = message ?? $"Status {status}", ["code"] = code } }.ToJsonString(),
        Headers = headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
    };
}
