using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Connectors.Channels;

/// <summary>
/// Posts each message as JSON. The header <c>X-OpsConsole-Signature: t=1793000000,v1=…</c> holds the time and the HMAC-SHA256, in hex, of
/// that time, a full stop and the body, so that the receiver can tell ours from others', and fresh from old. <c>Idempotency-Key</c> is the
/// message's id.
/// </summary>
public sealed class WebhookConnector(ChannelSettings settings, string? secret, HttpClients clients, TimeProvider clock) : IChannelConnector
{
    public const string SignatureHeader = "X-OpsConsole-Signature";

    public async Task<ConnectorResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (secret is null)
        {
            return new ConnectorResult.Unavailable("The webhook has no signing key that can be read. Set it on the page Channels.");
        }

        if (!Uri.TryCreate(settings.Url, UriKind.Absolute, out var address) || clients.Refuse(address) is not null)
        {
            return new ConnectorResult.Unavailable(address is null ? "The webhook's address cannot be used." : clients.Refuse(address)!);
        }

        var body = WebhookBody.Of(message, settings).ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json) };
        request.Headers.TryAddWithoutValidation(SignatureHeader, Sign(secret, clock.GetUtcNow(), body));
        request.Headers.TryAddWithoutValidation("Idempotency-Key", message.Id.ToString());
        return await SendAsync(request, cancellation);
    }

    public Task<bool?> HasArrivedAsync(OutgoingMessage message, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    public static string Sign(string secret, DateTimeOffset at, string body)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(mac)}";
    }

    private async Task<ConnectorResult> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var answer = await OutsideAnswer.ReadAsync(clients.Client, request, SecretEcho.Of(secret), both.Token);
            return AnswerReader.Read(answer, EffectClass.Write, new HttpSystemSettings { BaseUrl = settings.Url, ReceiptHeader = "X-Receipt" }, clock);
        }
        catch (OperationCanceledException)
        {
            return new ConnectorResult.Unknown($"The webhook did not answer within {settings.TimeoutSeconds} s. It may have taken the message.");
        }
        catch (OutsideException failure)
        {
            return failure.IsBeforeSending
                ? new ConnectorResult.Unavailable(failure.Message)
                : new ConnectorResult.Unknown($"The connection broke: {failure.Message} The webhook may have taken the message.");
        }
    }
}
