using System.Net.Http.Headers;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>
/// An answer as it comes in from another system: the one place at which what the system says of our own secret is taken out, before
/// anything is read, kept or shown.
/// </summary>
internal sealed class OutsideAnswer
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private OutsideAnswer(HttpResponseMessage answer, string body, SecretEcho echo)
    {
        (Status, Body, RetryAfter) = ((int)answer.StatusCode, echo.Clean(body), answer.Headers.RetryAfter);
        ETag = answer.Headers.ETag is { } tag ? echo.Clean(tag.Tag.Trim('"')) : null;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            _headers.TryAdd(name, echo.Clean(values.FirstOrDefault() ?? ""));
        }
    }

    public int Status { get; }

    public string Body { get; }

    public RetryConditionHeaderValue? RetryAfter { get; }

    public string? ETag { get; }

    /// <param name="client">Sends it.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="echo">Knows the secrets that the other side has of us.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OutsideException">There was no answer that can be read.</exception>
    public static async Task<OutsideAnswer> ReadAsync(HttpClient client, HttpRequestMessage request, SecretEcho echo, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
            return new OutsideAnswer(answer, await answer.Content.ReadAsStringAsync(cancellation), echo);
        }
        catch (HttpRequestException failure)
        {
            // Its message may quote a line of the answer.
            throw new OutsideException(echo.Clean((failure.InnerException as NotReachedException ?? (Exception)failure).Message), IsBeforeSending(failure));
        }
    }

    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>Whether the request can certainly not have been sent.</summary>
    private static bool IsBeforeSending(HttpRequestException failure) => failure.InnerException is NotReachedException
        || failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
}
