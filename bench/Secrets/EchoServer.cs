using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpsConsole.Bench.Secrets;

/// <param name="Head">First line and headers, to the byte.</param>
internal sealed record EchoRequest(string Head, string Body)
{
    public string Line => Head[..Head.IndexOf('\r', StringComparison.Ordinal)];

    public string Method => Line.Split(' ')[0];

    public string Target => Line.Split(' ')[1];

    public string Path => Target.Split('?')[0];

    public IEnumerable<string> Headers => Head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1);

    public string? Header(string name) => Headers.FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}

/// <summary>A server of HTTP on 127.0.0.1 that writes its answers to the byte, so that it can also write what no decent server would. It remembers every request.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<EchoRequest, string> _answer;
    private readonly Task _serving;

    public EchoServer(Func<EchoRequest, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://{Host}");

    public string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";

    public ConcurrentQueue<EchoRequest> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _serving;
        _closing.Dispose();
    }

    /// <summary>An answer with the length of its body; the connection ends with it.</summary>
    public static string Answer(string status, string body, string type = "application/json", params IEnumerable<string> headers) =>
        $"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}Content-Type: {type}\r\nContent-Length: {Encoding.Latin1.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    private async Task ServeAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_closing.Token));
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ReadAsync(stream) is not { } request)
                {
                    return;
                }

                Requests.Enqueue(request);
                await stream.WriteAsync(Encoding.Latin1.GetBytes(_answer(request)), _closing.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception left) when (left is IOException or SocketException or OperationCanceledException)
            {
                // The other side went away, or the run is over.
            }
        }
    }

    private async Task<EchoRequest?> ReadAsync(NetworkStream stream)
    {
        var (read, chunk) = (new List<byte>(), new byte[64 * 1024]);
        var head = -1;
        while (head < 0)
        {
            var count = await stream.ReadAsync(chunk, _closing.Token);
            if (count == 0)
            {
                return null;
            }

            read.AddRange(chunk.AsSpan(0, count));
            head = Encoding.Latin1.GetString([.. read]).IndexOf("\r\n\r\n", StringComparison.Ordinal);
        }

        var request = new EchoRequest(Encoding.Latin1.GetString([.. read.Take(head + 4)]), "");
        var chunked = request.Header("Transfer-Encoding") is not null;
        var length = int.Parse(request.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        bool IsWhole() => chunked ? Encoding.Latin1.GetString([.. read]).EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal) : read.Count >= head + 4 + length;
        while (!IsWhole() && await stream.ReadAsync(chunk, _closing.Token) is > 0 and var count)
        {
            read.AddRange(chunk.AsSpan(0, count));
        }

        var body = Encoding.Latin1.GetString([.. read.Skip(head + 4)]);
        return request with { Body = chunked ? Joined(body) : body };
    }

    /// <summary>The pieces of a chunked body without their lengths.</summary>
    private static string Joined(string chunked)
    {
        var joined = new StringBuilder();
        for (var at = 0; at < chunked.Length;)
        {
            var end = chunked.IndexOf("\r\n", at, StringComparison.Ordinal);
            var length = int.Parse(chunked[at..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            joined.Append(chunked, end + 2, length);
            at = end + length + 4;
        }

        return joined.ToString();
    }
}
