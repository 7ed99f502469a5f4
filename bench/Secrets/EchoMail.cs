using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpsConsole.Bench.Secrets;

/// <summary>A mail server on 127.0.0.1 that signs everybody in and then says the password: when it takes a message, when it refuses, when it fails.</summary>
internal sealed class EchoMail : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly string _user;
    private readonly string _password;
    private readonly Task _serving;
    private int _come;

    public EchoMail(string user, string password)
    {
        (_user, _password) = (user, password);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>How many ways there are in which a connection ends.</summary>
    public const int Ways = 8;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were signed in with the whole password.</summary>
    public int SignedIn { get; private set; }

    /// <summary>All that was received but the lines of the sign-in.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _serving;
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_closing.Token), Interlocked.Increment(ref _come) - 1);
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(TcpClient client, int number)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 echo");
                var isData = false;
                while (await reader.ReadLineAsync(_closing.Token) is { } line)
                {
                    isData = isData ? line != "." : await SignInAsync(line, reader, writer) || Note(line);
                    if (!isData && Reply(line, number % Ways) is { } reply)
                    {
                        await writer.WriteLineAsync(reply);
                    }
                    else if (isData && line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                    {
                        await writer.WriteLineAsync("354 go on");
                    }
                    else if (isData)
                    {
                        Received.Enqueue(line);
                    }
                }
            }
            catch (Exception left) when (left is IOException or SocketException or OperationCanceledException)
            {
                // The other side went away, or the run is over.
            }
        }
    }

    /// <returns>Whether the message begins.</returns>
    private bool Note(string line)
    {
        if (!line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase))
        {
            Received.Enqueue(line);
        }

        return line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<bool> SignInAsync(string line, StreamReader reader, StreamWriter writer)
    {
        if (!line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var given = line.Split(' ');
        var plain = given.Length > 2 ? given[2] : "";
        if (plain.Length == 0)
        {
            await writer.WriteLineAsync("334 ");
            plain = await reader.ReadLineAsync(_closing.Token) ?? "";
        }

        SignedIn += Encoding.UTF8.GetString(Convert.FromBase64String(plain)) == $"\0{_user}\0{_password}" ? 1 : 0;
        return false;
    }

    private string? Reply(string line, int way)
    {
        var known = $"{_user} {_password} {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{_user}\0{_password}"))}";
        return line.Split(' ', ':')[0].ToUpperInvariant() switch
        {
            "EHLO" => "250-echo\r\n250 AUTH PLAIN",
            "AUTH" => way == 1 ? $"535 5.7.8 wrong: {known}" : $"235 2.7.0 welcome {known}",
            "MAIL" => way == 2 ? $"451 4.3.0 later: {known}" : way == 6 ? $"530 5.7.0 sign in: {known}" : $"250 {known}",
            "RCPT" => way == 3 ? $"550 5.7.1 not for {known}" : $"250 {known}",
            "." => way == 4 ? $"554 5.6.0 no: {known}" : way == 5 ? $"what? {known}" : $"250 2.0.0 queued as {known}",
            "QUIT" => way == 7 ? $"421 bye {known}" : "221 bye",
            _ => string.Create(CultureInfo.InvariantCulture, $"250 {way}"),
        };
    }
}
