using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Foundation.Text;
using OpsConsole.Core.Models.Reaching;

namespace OpsConsole.Core.Models.Asking;

/// <summary>Puts into words what went wrong at a provider, and says what may be done about it.</summary>
/// <param name="provider">Whose failures they are.</param>
/// <param name="model">What was asked.</param>
/// <param name="echo">Takes out of their words what they say of our key.</param>
/// <param name="clock">Knows what a date to wait for means.</param>
internal sealed class FailureReader(ModelProvider provider, string model, SecretEcho echo, TimeProvider clock)
{
    private const int LongestMessage = 300;

    /// <summary>What a client throws for what the other side does; anything else is a fault of ours.</summary>
    public static bool IsTheirs(Exception failure) => failure is ClientResultException or HttpRequestException or IOException or JsonException or FormatException
        or InvalidOperationException or ArgumentException or KeyNotFoundException or NotSupportedException or TimeoutException or OperationCanceledException;

    public TryFailure Read(Exception failure, bool hasBegun) => failure switch
    {
        _ when Find<AnswerTooLargeException>(failure) is not null => TooLarge(),
        _ when Find<NotReachedException>(failure) is { } notReached => new TryFailure(
            ModelFault.Unavailable, $"{provider.Name} could not be reached: {notReached.Message} Check its address under AI.") { MayRepeat = true, CostNothing = true },
        ClientResultException { Status: > 0 } answered => Status(
            answered.Status, Content(answered), answered.GetRawResponse() is { } response ? RetryHeaders.Read(response.Headers, clock.GetUtcNow()) : null),
        _ when Find<StreamedErrorException>(failure) is { } streamed => Status(StatusOf(streamed.Body), streamed.Body, null),
        _ when hasBegun && Find<IOException>(failure) is not null => BrokeOff(),
        _ when Find<HttpRequestException>(failure) is not null || Find<IOException>(failure) is not null => new TryFailure(
            ModelFault.Unavailable, $"The connection to {provider.Name} failed: {Clean(failure.Message)} Try again, or check its address under AI.") { MayRepeat = true },
        _ when failure is OperationCanceledException or TimeoutException => Slow(TooSlow.Ending),
        _ => new TryFailure(ModelFault.Malformed, $"{provider.Name} sent something that is no answer of a chat: {Clean(failure.Message)} Check that its address ends where /chat/completions begins."),
    };

    public TryFailure Slow(TooSlow how) => new(
        ModelFault.TimedOut,
        how == TooSlow.Beginning
            ? $"{provider.Name} did not begin to answer within {provider.FirstTokenSeconds} seconds. Try again, or allow it more time under AI."
            : $"{provider.Name} had not finished its answer after {provider.WholeSeconds} seconds. Allow it more time under AI, or choose a faster model.");

    public TryFailure BrokeOff() => new(ModelFault.Malformed, $"The answer of {provider.Name} broke off before its end. Try again.") { MayRepeat = true };

    public TryFailure TooLarge() => new(
        ModelFault.Malformed, string.Create(CultureInfo.InvariantCulture, $"The answer of {provider.Name} was larger than {provider.MostAnswerBytes:N0} bytes and was not read to its end. Raise the limit under AI if such answers are wanted."));

    public TryFailure TooLong(int mostTokens) => new(
        ModelFault.Malformed, $"The answer of {model} at {provider.Name} needed more than the {mostTokens} tokens that it was allowed, and is not complete. Choose another model under AI, or shorten the question.") { TryNext = false };

    public TryFailure Filtered() => new(ModelFault.Refused, $"The content filter of {provider.Name} stopped the answer. A person has to read this case.");

    public TryFailure Unfit(string fault) => new(ModelFault.Malformed, $"The answer of {model} at {provider.Name} cannot be used, also after asking once more: {fault}") { TryNext = true };

    public TryFailure NoKey() => new(ModelFault.Unavailable, $"{provider.Name} has no key that can be used. Set it under AI.") { CostNothing = true };

    private TryFailure Status(int status, string body, TimeSpan? wait)
    {
        var (code, message) = Error(body);
        var said = message.Length == 0 ? "" : $" It says: {message}";
        return status switch
        {
            429 when code is "insufficient_quota" => new TryFailure(ModelFault.RateLimited, $"The account at {provider.Name} has no credit left (429).{said} Whoever pays for it has to add some.") { CostNothing = true },
            429 => new TryFailure(ModelFault.RateLimited, $"{provider.Name} asks to come back later (429){Later(wait)}. Ask for higher limits there, or add a second provider.") { CostNothing = true, MayRepeat = true, Wait = wait },
            401 => new TryFailure(ModelFault.Unavailable, $"{provider.Name} did not accept our key (401). Set it anew under AI.") { CostNothing = true },
            403 => new TryFailure(ModelFault.Unavailable, $"Our key does not give access to {model} at {provider.Name} (403).{said} Ask the owner of the account.") { CostNothing = true },
            404 => new TryFailure(ModelFault.Unavailable, $"{provider.Name} does not know {model}, or its address is wrong (404).{said} Check both under AI.") { CostNothing = true },
            408 => new TryFailure(ModelFault.TimedOut, $"{provider.Name} gave up waiting (408). Try again.") { MayRepeat = true, Wait = wait },
            >= 300 and < 400 => new TryFailure(ModelFault.Unavailable, $"{provider.Name} answered with a redirect ({status}), which is not followed. Correct its address under AI.") { CostNothing = true },
            >= 500 => new TryFailure(ModelFault.Unavailable, $"{provider.Name} failed ({status}).{said} Try again later.") { CostNothing = true, MayRepeat = true, Wait = wait },
            400 when code.Contains("content_filter", StringComparison.Ordinal) || code.Contains("content_policy", StringComparison.Ordinal) => Filtered() with { CostNothing = true },
            _ => new TryFailure(ModelFault.Refused, $"{provider.Name} refused the question ({status}).{said} Check model and settings under AI.") { CostNothing = true, MayBeSchema = status is 400 or 422 },
        };
    }

    private static string Later(TimeSpan? wait) => wait is { } time ? $", in {Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture)} s" : "";

    private (string Code, string Message) Error(string body)
    {
        try
        {
            var told = JsonNode.Parse(body) as JsonObject;
            var error = told?["error"] as JsonObject ?? told;
            return (error?["code"]?.ToString() ?? error?["type"]?.ToString() ?? "", Clean((error?["message"] ?? told?["error"] ?? told?["detail"])?.ToString() ?? ""));
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException or ArgumentException)
        {
            return ("", "");
        }
    }

    private static string Content(ClientResultException answered)
    {
        try
        {
            return answered.GetRawResponse()?.Content.ToString() ?? "";
        }
        catch (Exception unread) when (unread is InvalidOperationException or IOException)
        {
            return "";
        }
    }

    /// <summary>The status that an error within a stream would have had; what is not known is taken for a failure of the provider.</summary>
    private int StatusOf(string body) => Error(body).Code switch
    {
        var number when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600 => status,
        "invalid_api_key" or "authentication_error" => 401,
        "permission_error" => 403,
        "model_not_found" or "not_found_error" => 404,
        "rate_limit_exceeded" or "rate_limit_error" or "insufficient_quota" => 429,
        "invalid_request_error" or "content_filter" or "context_length_exceeded" => 400,
        _ => 502,
    };

    /// <summary>One line of bounded length, ended as a sentence.</summary>
    private string Clean(string text)
    {
        var line = string.Join(' ', echo.Clean(text).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        line = line.Length > LongestMessage ? line[..LongestMessage] + "…" : line;
        return line.Length == 0 || line[^1] is '.' or '!' or '?' or '…' ? line : line + ".";
    }

    private static T? Find<T>(Exception failure)
        where T : Exception
    {
        for (var at = failure; at is not null; at = at is AggregateException several && several.InnerExceptions.Count > 0 ? several.InnerExceptions[^1] : at.InnerException)
        {
            if (at is T found)
            {
                return found;
            }
        }

        return null;
    }
}
