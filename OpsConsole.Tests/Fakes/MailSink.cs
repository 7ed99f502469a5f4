using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpsConsole.Tests.Fakes;

/// <summary>How a mail server behaves towards the next message.</summary>
public enum MailAnswer
{
    Accept,

    /// <summary>450 to the recipient.</summary>
    LaterAtRecipient,

    /// <summary>550 to the recipient.</summary>
    NoAtRecipient,

    /// <summary>451 after the message.</summary>
    LaterAfterData,

    /// <summary>554 after the message.</summary>
    NoAfterData,

    /// <summary>Takes the message and closes the connection without a word.</summary>
    DropAfterData,

    /// <summary>Closes the connection before the message began.</summary>
    DropAtGreeting,

    /// <summary>Takes the message and then says nothing.</summary>
    HangAfterData,

    /// <summary>Does not know the password.</summary>
    NoSignIn,
}

/// <summary>A small mail server (RFC 5321) on 127.0.0.1 that keeps what it was given. Speaks without encryption.</summary>
public sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public MailSink()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>For each message in turn; accepted when empty.</summary>
    public ConcurrentQueue<MailAnswer> Script { get; } = new();

    /// <summary>Every message that was taken, as it came over the wire.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    public ConcurrentQueue<string> Recipients { get; } = new();

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _ = TalkAsync(client);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var answer = Script.TryDequeue(out var scripted) ? scripted : MailAnswer.Accept;
            if (answer == MailAnswer.DropAtGreeting)
            {
                return;
            }

            await SayAsync(stream, "220 sink");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (!await AnswerAsync(stream, reader, line, answer))
                {
                    return;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
        }
    }

    /// <summary>False when the connection is to end.</summary>
    private async Task<bool> AnswerAsync(NetworkStream stream, StreamReader reader, string line, MailAnswer answer)
    {
        switch (line.Split(' ')[0].ToUpperInvariant())
        {
            case "EHLO":
                await SayAsync(stream, "250-sink\r\n250-AUTH PLAIN\r\n250 8BITMIME");
                return true;
            case "AUTH":
                await SayAsync(stream, answer == MailAnswer.NoSignIn ? "535 no such user" : "235 welcome");
                return true;
            case "RCPT":
                Recipients.Enqueue(line);
                await SayAsync(stream, answer switch { MailAnswer.LaterAtRecipient => "450 later", MailAnswer.NoAtRecipient => "550 no such mailbox", _ => "250 ok" });
                return true;
            case "DATA":
                await SayAsync(stream, "354 go on");
                return await TakeAsync(stream, reader, answer);
            case "QUIT":
                await SayAsync(stream, "221 bye");
                return false;
            default:
                await SayAsync(stream, "250 ok");
                return true;
        }
    }

    private async Task<bool> TakeAsync(NetworkStream stream, StreamReader reader, MailAnswer answer)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            message.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        if (answer is MailAnswer.LaterAfterData or MailAnswer.NoAfterData)
        {
            await SayAsync(stream, answer == MailAnswer.NoAfterData ? "554 no" : "451 later");
            return true;
        }

        Taken.Enqueue(message.ToString());
        switch (answer)
        {
            case MailAnswer.DropAfterData:
                return false;
            case MailAnswer.HangAfterData:
                await Task.Delay(Timeout.Infinite, _stop.Token);
                return false;
            default:
                await SayAsync(stream, "250 taken as Q42");
                return true;
        }
    }

    private static async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
}
