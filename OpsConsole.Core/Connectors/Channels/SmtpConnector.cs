using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Connectors.Channels;

/// <summary>
/// Hands messages to a mail server. As long as the server has not accepted the recipient, nothing can have been sent. From then on only the
/// server's own answer tells: a connection that is lost in between leaves the outcome unknown.
/// </summary>
public sealed class SmtpConnector(ChannelSettings settings, string? secret, ConnectorOptions options) : IChannelConnector
{
    /// <summary>Servers quote what they were told; what this one says goes through here before it is kept or shown.</summary>
    private readonly SecretEcho _echo = SecretEcho.Of(secret);

    public async Task<ConnectorResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (!ChannelSettings.IsAddress(message.To))
        {
            return new ConnectorResult.Refused("no_address", $"“{message.To}” is no e-mail address.");
        }

        if (settings.Encryption == MailEncryption.None && !options.Allows(settings.Host, settings.Port))
        {
            return new ConnectorResult.Unavailable(
                $"{settings.Host} would be spoken with unencrypted; use STARTTLS or TLS, or have the operator add {settings.Host}:{settings.Port} to Connectors:AllowedHosts.");
        }

        if (settings.User.Length > 0 && secret is null)
        {
            return new ConnectorResult.Unavailable("The mail connector has no password that can be read. Set it on the page Channels.");
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var mail = MailWriter.Write(message, settings);
        return await SendAsync(mail, both.Token);
    }

    public Task<bool?> HasArrivedAsync(OutgoingMessage message, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    private async Task<ConnectorResult> SendAsync(MimeMessage mail, CancellationToken cancellation)
    {
        // Whether a certificate was revoked is not asked, as for HTTP: the list often lies where this machine cannot reach.
        using var client = new EnvelopeClient { CheckCertificateRevocation = false };
        try
        {
            var socket = await GuardedSocket.ConnectAsync(options, GuardedSocket.Setting, (settings.Host, settings.Port), GuardedSocket.Within, cancellation);
            await client.ConnectAsync(socket, settings.Host, settings.Port, Security(), cancellation);
            if (settings.User.Length > 0)
            {
                await client.AuthenticateAsync(settings.User, secret!, cancellation);
            }

            var answer = await client.SendAsync(mail, cancellation);
            await LeaveAsync(client, cancellation);
            return new ConnectorResult.Done(null, _echo.Clean(answer));
        }
        catch (SmtpCommandException refused)
        {
            return Read(refused);
        }
        catch (Exception failure) when (client.IsPastEnvelope && IsFromOutside(failure))
        {
            return new ConnectorResult.Unknown($"{settings.Host} broke off after it had accepted the recipient. The message may have been taken.");
        }
        catch (Exception failure) when (IsFromOutside(failure))
        {
            return new ConnectorResult.Unavailable(Explain(failure));
        }
    }

    private SecureSocketOptions Security() => settings.Encryption switch
    {
        MailEncryption.StartTls => SecureSocketOptions.StartTls,
        MailEncryption.Tls => SecureSocketOptions.SslOnConnect,
        MailEncryption.None => SecureSocketOptions.None,
    };

    /// <summary>The server has answered: 4xx is "later", 5xx is "no" (RFC 5321, 4.2.1). That it wants us to sign in is for an admin to put right.</summary>
    private ConnectorResult Read(SmtpCommandException refused) => (int)refused.StatusCode switch
    {
        530 or 534 or 535 or 538 => new ConnectorResult.Unavailable($"{settings.Host} wants another sign-in: {_echo.Clean(refused.Message)}"),
        >= 500 => new ConnectorResult.Refused($"smtp_{(int)refused.StatusCode}", $"{settings.Host} refused: {_echo.Clean(refused.Message)}"),
        _ => new ConnectorResult.Unavailable($"{settings.Host} asks to come back later: {_echo.Clean(refused.Message)}"),
    };

    private static bool IsFromOutside(Exception failure) => failure is IOException or SocketException or OperationCanceledException or ProtocolException
        or AuthenticationException or SslHandshakeException or NotSupportedException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or System.Security.Authentication.AuthenticationException;

    private string Explain(Exception failure) => failure switch
    {
        NotReachedException notReached => notReached.Message,
        OperationCanceledException => $"{settings.Host} did not answer within {settings.TimeoutSeconds} s.",
        SslHandshakeException => $"{settings.Host} could not be trusted: its certificate or its encryption is not accepted.",
        AuthenticationException => $"{settings.Host} did not accept our sign-in. Set user and password anew.",
        NotSupportedException => $"{settings.Host} does not offer the encryption that is set.",
        _ => $"The connection to {settings.Host} broke before anything was sent: {_echo.Clean(failure.Message)}",
    };

    /// <summary>The message is taken already; a server that does not let us go politely changes nothing.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception failure) when (IsFromOutside(failure) || failure is SmtpCommandException)
        {
        }
    }

    /// <summary>Knows when a message can have been sent.</summary>
    private sealed class EnvelopeClient : SmtpClient
    {
        public bool IsPastEnvelope { get; private set; }

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            IsPastEnvelope = true;
            base.OnRecipientAccepted(message, mailbox, response);
        }
    }
}
