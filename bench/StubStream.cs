using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OpsConsole.Bench;

/// <summary>One answer of the stub, streamed as it is told to.</summary>
internal sealed class StubStream(HttpContext context, JsonObject question, StubAnswer answer, CancellationToken cancellation)
{
    public async Task SendAsync()
    {
        context.Response.ContentType = "text/event-stream";
        await SendAsync(new JsonObject { ["role"] = "assistant", ["content"] = "" }, null);
        if (!await SendTextAsync())
        {
            return;
        }

        for (var index = 0; index < answer.Calls.Count; index++)
        {
            await SendCallAsync(index, answer.Calls[index]);
        }

        if (answer.Finish is null)
        {
            return;
        }

        await SendAsync([], answer.Finish);
        if (answer.WithUsage)
        {
            await WriteAsync(ModelStub.Envelope(question, "chat.completion.chunk", null, ModelStub.Usage(question, answer)).ToJsonString());
        }

        await WriteAsync("[DONE]");
    }

    /// <returns>False when the answer ends in its middle.</returns>
    private async Task<bool> SendTextAsync()
    {
        for (var at = 0; at < answer.Text.Length; at += answer.PieceLength)
        {
            if (answer.Pause > TimeSpan.Zero)
            {
                await Task.Delay(answer.Pause, cancellation);
            }

            if (answer.Held is { } held)
            {
                await held(cancellation);
            }

            var isHalf = at >= answer.Text.Length / 2;
            if (answer.Cut && isHalf)
            {
                // A connection that is reset takes with it what the other side has not read yet.
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
                context.Abort();
                return false;
            }

            if (answer.Error is { } error && isHalf)
            {
                await WriteAsync(error);
                return false;
            }

            await SendAsync(new JsonObject { ["content"] = Piece(answer.Text, at) }, null);
        }

        return true;
    }

    private async Task SendCallAsync(int index, (string Name, string Arguments) call)
    {
        var begun = new JsonObject { ["index"] = index, ["id"] = $"call_{index + 1}", ["type"] = "function", ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = "" } };
        await SendAsync(new JsonObject { ["tool_calls"] = new JsonArray(begun) }, null);
        for (var at = 0; at < call.Arguments.Length; at += answer.PieceLength)
        {
            var more = new JsonObject { ["index"] = index, ["function"] = new JsonObject { ["arguments"] = Piece(call.Arguments, at) } };
            await SendAsync(new JsonObject { ["tool_calls"] = new JsonArray(more) }, null);
        }
    }

    private string Piece(string text, int at) => text[at..Math.Min(text.Length, at + answer.PieceLength)];

    private async Task SendAsync(JsonObject delta, string? finish)
    {
        var piece = ModelStub.Envelope(question, "chat.completion.chunk", new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }, null).ToJsonString();
        for (var sent = 0; sent < (answer.Twice ? 2 : 1); sent++)
        {
            await WriteAsync(piece);
        }
    }

    private async Task WriteAsync(string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n", cancellation);
        await context.Response.Body.FlushAsync(cancellation);
    }
}
