using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace OpsConsole.Core.Cases.Importing;

/// <summary>One line of a stream. <paramref name="Text"/> is null when it is longer than <see cref="LineReader.MostBytes"/>.</summary>
/// <param name="End">How many bytes of the stream have been used up to and with this line.</param>
internal sealed record Line(string? Text, long End);

/// <summary>Reads lines of UTF-8 without ever holding more than one of them, however large the file or the line.</summary>
internal static class LineReader
{
    public const int MostBytes = 512 * 1024;

    public static async IAsyncEnumerable<Line> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = PipeReader.Create(stream);
        var (used, skipping) = (0L, false);
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                used += line.Length + 1;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
                yield return new Line(skipping || line.Length > MostBytes ? null : Text(line), used);
                skipping = false;
            }

            if (read.IsCompleted)
            {
                if (buffer.Length > 0 || skipping)
                {
                    yield return new Line(skipping || buffer.Length > MostBytes ? null : Text(buffer), used + buffer.Length);
                }

                break;
            }

            if (buffer.Length > MostBytes)
            {
                (skipping, used) = (true, used + buffer.Length);
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }

        await reader.CompleteAsync();
    }

    /// <summary>Without the carriage return of other systems, and without the mark that some programs begin a file with.</summary>
    private static string Text(ReadOnlySequence<byte> line) => Encoding.UTF8.GetString(line).TrimEnd('\r').TrimStart('\uFEFF');
}
