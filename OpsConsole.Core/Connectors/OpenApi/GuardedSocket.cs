using System.Net;
using System.Net.Sockets;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>Opens every connection to the outside: <see cref="AddressGuard"/> is asked about the very addresses that are connected to.</summary>
internal static class GuardedSocket
{
    /// <summary>Where the operator allows hosts of the inner network to connectors.</summary>
    public const string Setting = "Connectors:AllowedHosts";

    /// <summary>How long a connector waits for a connection.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    /// <param name="options">The hosts that the operator allows.</param>
    /// <param name="setting">Where the operator allows a host, for the refusal's words.</param>
    /// <param name="to">Where to.</param>
    /// <param name="within">How long it may take.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="NotReachedException">No connection was made; its message says why.</exception>
    public static async Task<Socket> ConnectAsync(ConnectorOptions options, string setting, (string Host, int Port) to, TimeSpan within, CancellationToken cancellation)
    {
        var (host, port) = to;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(within);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, limit.Token);
            if (!options.Allows(host, port) && Array.Exists(addresses, address => !AddressGuard.IsPublic(address)))
            {
                throw new NotReachedException($"{host} is on this machine or in a private network; the operator can add {host}:{port} to {setting}.");
            }

            await socket.ConnectAsync(addresses, port, limit.Token);
            return socket;
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
