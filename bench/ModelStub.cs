using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpsConsole.Bench;

/// <param name="Text">The body, to the byte.</param>
internal sealed record StubRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonObject Body { get; } = JsonNode.Parse(Text) as JsonObject ?? [];
}

/// <summary>
/// A server of chat completions on 127.0.0.1 that behaves as it is told: it streams, calls tools, breaks off, refuses, is slow, hangs.
/// It remembers every request to the byte. Without being told it answers each question in the shape that it asks for.
/// </summary>
internal sealed class ModelStub : IAsyncDisposable
{
    private const int PieceLength = 12;

    private readonly ConcurrentQueue<StubAnswer> _next = new();
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _closing = new();
    private int _inFlight;

    private ModelStub(WebApplication app) => _app = app;

    /// <summary>Ends where <c>/chat/completions</c> begins.</summary>
    public string Address => $"{_app.Urls.First()}/v1";

    public string Host => new Uri(_app.Urls.First()).Authority;

    public ConcurrentQueue<StubRequest> Requests { get; } = new();

    /// <summary>What is answered when nothing is queued.</summary>
    public Func<JsonObject, StubAnswer> Answers { get; set; } = Shape;

    /// <summary>How many questions are being answered at this moment; tests wait for it.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    public static async Task<ModelStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new ModelStub(app);
        app.MapFallback(stub.AnswerAsync);
        await app.StartAsync();
        return stub;
    }

    /// <summary>Queues what the next questions get, in order.</summary>
    public ModelStub Next(params StubAnswer[] answers)
    {
        foreach (var answer in answers)
        {
            _next.Enqueue(answer);
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        await _closing.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _inFlight);
        try
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var request = new StubRequest(
                $"{context.Request.Path}{context.Request.QueryString}",
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync(context.RequestAborted));
            Requests.Enqueue(request);
            await AnswerAsync(context, request.Body, _next.TryDequeue(out var queued) ? queued : Answers(request.Body));
        }
        catch (OperationCanceledException)
        {
            // The other side gave up, or the stub is being closed; both are part of the play.
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task AnswerAsync(HttpContext context, JsonObject question, StubAnswer answer)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _closing.Token);
        if (answer.Hang)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ending.Token);
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Body is { } body)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body, ending.Token);
        }
        else if (question["stream"]?.GetValue<bool>() == true)
        {
            await StreamAsync(context, question, answer, ending.Token);
        }
        else
        {
            var message = new JsonObject { ["role"] = "assistant", ["content"] = answer.Text };
            await context.Response.WriteAsJsonAsync(Envelope(question, "chat.completion", new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = answer.Finish }, Usage(question, answer)), ending.Token);
        }
    }

    private static async Task StreamAsync(HttpContext context, JsonObject question, StubAnswer answer, CancellationToken cancellation)
    {
        context.Response.ContentType = "text/event-stream";
        await SendAsync(new JsonObject { ["role"] = "assistant", ["content"] = "" }, null);
        for (var at = 0; at < answer.Text.Length; at += PieceLength)
        {
            if (answer.Pause > TimeSpan.Zero)
            {
                await Task.Delay(answer.Pause, cancellation);
            }

            if (answer.Held is { } held)
            {
                await held(cancellation);
            }

            if (answer.Cut && at >= answer.Text.Length / 2)
            {
                // A connection that is reset takes with it what the other side has not read yet.
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
                context.Abort();
                return;
            }

            await SendAsync(new JsonObject { ["content"] = answer.Text[at..Math.Min(answer.Text.Length, at + PieceLength)] }, null);
        }

        for (var index = 0; index < answer.Calls.Count; index++)
        {
            var (name, arguments) = answer.Calls[index];
            await SendAsync(new JsonObject { ["tool_calls"] = new JsonArray(new JsonObject
            {
                ["index"] = index, ["id"] = $"call_{index + 1}", ["type"] = "function", ["function"] = new JsonObject { ["name"] = name, ["arguments"] = "" },
            }) }, null);
            for (var at = 0; at < arguments.Length; at += PieceLength)
            {
                await SendAsync(new JsonObject { ["tool_calls"] = new JsonArray(new JsonObject
                {
                    ["index"] = index, ["function"] = new JsonObject { ["arguments"] = arguments[at..Math.Min(arguments.Length, at + PieceLength)] },
                }) }, null);
            }
        }

        if (answer.Finish is null)
        {
            return;
        }

        await SendAsync([], answer.Finish);
        if (answer.WithUsage)
        {
            await WriteAsync(Envelope(question, "chat.completion.chunk", null, Usage(question, answer)).ToJsonString());
        }

        await WriteAsync("[DONE]");

        Task SendAsync(JsonObject delta, string? finish) => WriteAsync(
            Envelope(question, "chat.completion.chunk", new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }, null).ToJsonString());

        async Task WriteAsync(string data)
        {
            await context.Response.WriteAsync($"data: {data}\n\n", cancellation);
            await context.Response.Body.FlushAsync(cancellation);
        }
    }

    private static JsonObject Envelope(JsonObject question, string kind, JsonObject? choice, JsonObject? usage) => new()
    {
        ["id"] = "chatcmpl-stub",
        ["object"] = kind,
        ["created"] = 1_790_000_000,
        ["model"] = question["model"]?.DeepClone() ?? "stub",
        ["choices"] = choice is null ? [] : new JsonArray(choice),
        ["usage"] = usage,
    };

    private static JsonObject Usage(JsonObject question, StubAnswer answer)
    {
        var input = Math.Max(1, question.ToJsonString().Length / 4);
        var output = Math.Max(1, (answer.Text.Length + answer.Calls.Sum(call => call.Arguments.Length)) / 4);
        return new JsonObject { ["prompt_tokens"] = input, ["completion_tokens"] = output, ["total_tokens"] = input + output };
    }

    /// <summary>The first tool, a value of the schema, or a sentence: whatever the question asks for.</summary>
    private static StubAnswer Shape(JsonObject question)
    {
        if (question["tools"]?[0]?["function"] is JsonObject tool)
        {
            return StubAnswer.Call(tool["name"]!.GetValue<string>(), Value(tool["parameters"]) as JsonObject ?? []);
        }

        return question["response_format"]?["json_schema"]?["schema"] is { } schema
            ? StubAnswer.Say(Value(schema)?.ToJsonString() ?? "null")
            : StubAnswer.Say("You can be heard. This is the stub.");
    }

    private static JsonNode? Value(JsonNode? schema) => (schema?["type"]?.ToString(), schema) switch
    {
        (_, JsonObject rules) when rules["enum"] is JsonArray { Count: > 0 } choices => choices[0]?.DeepClone(),
        ("object", _) => new JsonObject((schema["properties"] as JsonObject ?? []).Select(member => KeyValuePair.Create(member.Key, Value(member.Value)))),
        ("array", _) => new JsonArray(Value(schema["items"])),
        ("boolean", _) => JsonValue.Create(true),
        ("integer" or "number", _) => JsonValue.Create(1),
        _ => JsonValue.Create("text"),
    };
}
