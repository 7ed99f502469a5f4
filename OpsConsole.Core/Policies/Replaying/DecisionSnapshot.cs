using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>
/// A decision's input as it is kept: canonical JSON in UTF-8, Brotli-compressed, which makes it about half (the service desk's inputs
/// are 1.3 KB, and 0.6 KB packed).
/// </summary>
public static class DecisionSnapshot
{
    /// <summary>Beyond this a snapshot is not believed: no action reads that much.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    private const int Quality = 4;
    private const int Window = 18;

    public static byte[] Pack(JsonObject input)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(CanonicalJson.Write(input));
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(text.Length)];
        return BrotliEncoder.TryCompress(text, packed, out var written, Quality, Window)
            ? packed[..written]
            : throw new InvalidOperationException("A buffer of the greatest possible length was too short.");
    }

    /// <summary>The input, or null when the bytes are damaged.</summary>
    public static JsonObject? Unpack(byte[] snapshot)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(snapshot), CompressionMode.Decompress);
            using var text = new MemoryStream(snapshot.Length * 6);
            var buffer = new byte[8192];
            for (int read; (read = brotli.Read(buffer)) > 0;)
            {
                text.Write(buffer, 0, read);
                if (text.Length > MostBytes)
                {
                    return null;
                }
            }

            return JsonNode.Parse(text.GetBuffer().AsSpan(0, (int)text.Length)) as JsonObject;
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException or IOException or JsonException)
        {
            return null;
        }
    }
}
