using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Models.Reaching;

/// <summary>Makes a request of the SDK what the provider understands, and lets no answer come without end.</summary>
internal sealed class ProviderHandler(ProviderKind kind, string apiVersion, string? key, long mostAnswerBytes) : DelegatingHandler
{
    /// <summary>Each piece of a streamed answer comes in an envelope of a few hundred bytes.</summary>
    private const int Envelope = 64;

    private const long LeastBound = 4 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Authorize(request);
        if (kind == ProviderKind.Compatible && request.Content is not null)
        {
            request.Content = await OlderNameAsync(request.Content, cancellationToken);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        var bounded = new StreamContent(new BoundedStream(await answer.Content.ReadAsStreamAsync(cancellationToken), Math.Max(LeastBound, mostAnswerBytes * Envelope)));
        foreach (var (name, values) in answer.Content.Headers)
        {
            bounded.Headers.TryAddWithoutValidation(name, values);
        }

        answer.Content = bounded;
        return answer;
    }

    private void Authorize(HttpRequestMessage request)
    {
        if (kind == ProviderKind.Azure)
        {
            request.Headers.Authorization = null;
            request.Headers.TryAddWithoutValidation("api-key", key ?? "");
            request.RequestUri = new Uri($"{request.RequestUri!.GetLeftPart(UriPartial.Path)}?api-version={Uri.EscapeDataString(apiVersion)}");
        }
        else if (key is null)
        {
            request.Headers.Authorization = null;
        }
    }

    /// <summary>Servers that are like OpenAI know the limit by the name that it had first; some ignore the newer one, which would leave answers unlimited.</summary>
    private static async Task<HttpContent> OlderNameAsync(HttpContent content, CancellationToken cancellation)
    {
        var text = await content.ReadAsStringAsync(cancellation);
        if (JsonNode.Parse(text) is JsonObject body && body["max_completion_tokens"] is { } most)
        {
            body["max_tokens"] = most.DeepClone();
            body.Remove("max_completion_tokens");
            text = body.ToJsonString(JsonSerializerOptions.Web);
        }

        return new StringContent(text, Encoding.UTF8, "application/json");
    }
}
