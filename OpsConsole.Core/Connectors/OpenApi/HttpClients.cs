using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>
/// The only place that makes HTTP clients. Each of them asks <see cref="AddressGuard"/> about the very address it connects to, follows
/// no redirect, keeps no cookie, uses no proxy of the environment, and reads no answer without end.
/// </summary>
/// <param name="options">Which hosts of the inner network may be reached all the same.</param>
/// <param name="setting">Where the operator says so, for the sentences.</param>
public sealed class HttpClients(ConnectorOptions options, string setting = "Connectors:AllowedHosts") : IDisposable
{
    private const int LargestAnswer = 32 * 1024 * 1024;
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    private HttpClient? _client;

    public HttpClient Client => LazyInitializer.EnsureInitialized(ref _client, () => Make(ConnectWithin, null));

    /// <summary>Another client under the same guard, for whoever needs its own limits.</summary>
    /// <param name="around">Goes around the handler that connects.</param>
    internal HttpClient MakeBeside(TimeSpan connectWithin, DelegatingHandler around) => Make(connectWithin, around);

    /// <summary>Why this address may not be used at all, or null; what it resolves to is asked when connecting.</summary>
    public string? Refuse(Uri address) => address switch
    {
        { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } => "The address must begin with https:// or http://.",
        { UserInfo.Length: > 0 } => "The address must not contain a user name or password; give the secret by itself.",
        { Scheme: "http" } when !options.Allows(address.Host, address.Port) =>
            $"{address.Host} would be spoken with unencrypted; use https, or have the operator add {address.Host}:{address.Port} to {setting}.",
        _ => null,
    };

    public void Dispose() => _client?.Dispose();

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the factory that the ban points to.")]
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client owns its handler.")]
    private HttpClient Make(TimeSpan connectWithin, DelegatingHandler? around)
    {
        var connecting = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            ConnectCallback = (context, cancellation) => ConnectAsync(context, connectWithin, cancellation),
        };
        if (around is not null)
        {
            around.InnerHandler = connecting;
        }

        return new HttpClient(around ?? (HttpMessageHandler)connecting)
        {
            // Each call has its own limit of time.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, TimeSpan connectWithin, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(connectWithin);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, limit.Token);
            if (!options.Allows(host, port) && Array.Exists(addresses, address => !AddressGuard.IsPublic(address)))
            {
                throw new NotReachedException($"{host} is on this machine or in a private network; the operator can add {host}:{port} to {setting}.");
            }

            await socket.ConnectAsync(addresses, port, limit.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            socket.Dispose();
            throw new NotReachedException(failure is SocketException ? $"{host}:{port} cannot be reached: {failure.Message}." : $"{host}:{port} did not accept a connection in time.", failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
