using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Cases;

/// <summary>Reads the body of an intake request: bounded, strict, and with a problem that says what is wrong where.</summary>
public sealed class IntakeBody(IOptions<JsonOptions> json)
{
    public const int MostBytes = 512 * 1024;

    /// <summary>What was read, with its digest; or the answer that refuses it.</summary>
    public sealed record Outcome<T>(T? Value, string Digest, IResult? Problem);

    public async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return Refuse<T>(StatusCodes.Status415UnsupportedMediaType, "Not JSON", $"Send the body as {MediaTypeNames.Application.Json}.");
        }

        var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (await request.Body.ReadAsync(chunk, cancellation) is > 0 and var count)
        {
            if (buffer.Length + count > MostBytes)
            {
                return Refuse<T>(StatusCodes.Status413PayloadTooLarge, "Too large", $"The body is larger than {MostBytes / 1024} KiB; shorten the text.");
            }

            buffer.Write(chunk, 0, count);
        }

        return Parse<T>(request, buffer.ToArray());
    }

    private Outcome<T> Parse<T>(HttpRequest request, byte[] bytes)
        where T : class
    {
        try
        {
            var node = JsonNode.Parse(bytes);
            var value = node.Deserialize<T>(json.Value.SerializerOptions);
            var digest = CanonicalJson.Digest(new JsonObject { ["path"] = request.Path.ToString(), ["body"] = node });
            return value is null ? Refuse<T>(StatusCodes.Status400BadRequest, "Empty", "Send one JSON object.") : new Outcome<T>(value, digest, null);
        }
        catch (JsonException problem)
        {
            return Refuse<T>(StatusCodes.Status400BadRequest, "Not understood", $"The body is not as described in /openapi/v1.json: {Explain(problem)}");
        }
        catch (InvalidOperationException)
        {
            return Refuse<T>(StatusCodes.Status400BadRequest, "Not understood", "The body names a member twice.");
        }
        catch (ArgumentException)
        {
            return Refuse<T>(StatusCodes.Status400BadRequest, "Not understood", "The body names a member twice.");
        }
    }

    /// <summary>The reader's message without the name of our type.</summary>
    private static string Explain(JsonException problem) => problem.Message.Contains("missing required", StringComparison.Ordinal)
        ? $"{problem.Message[(problem.Message.LastIndexOf(':') + 1)..].Trim().TrimEnd('.')} is missing."
        : problem.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? $"{problem.Message.Split('\'')[1]} is no member of it."
            : $"at {problem.Path ?? "the beginning"} there is something else than expected.";

    private static Outcome<T> Refuse<T>(int status, string title, string detail)
        where T : class => new(null, "", Results.Problem(statusCode: status, title: title, detail: detail));
}
