using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;

namespace OpsConsole.Bench.Secrets;

/// <summary>Where something was found.</summary>
[SuppressMessage("Naming", "CA1724:Type names should not match namespaces", Justification = "There is no such namespace here.")]
internal enum Place
{
    Database,
    Wal,
    Files,
    Rows,
    Output,
    Log,
    Pages,
    Api,
    Exports,
    Errors,
    Views,
    Prompts,
    Exchanges,
    Outside,
    Telemetry,

    /// <summary>What sets a cookie: browsers' tokens lie there by their nature.</summary>
    Cookies,

    /// <summary>Fields of forms that were filled: hidden tokens, and what the same person typed.</summary>
    Fields,
}

internal sealed record Piece(Place Place, string Name, byte[] Data);

/// <summary>Every byte that was seen of the console, from all sides; searched at the end, when all secrets are known.</summary>
internal sealed class Evidence
{
    private readonly ConcurrentQueue<Piece> _pieces = new();

    public IReadOnlyCollection<Piece> Pieces => _pieces;

    public void Add(Place place, string name, string text) => Add(place, name, Encoding.UTF8.GetBytes(text));

    public void Add(Place place, string name, byte[] data)
    {
        if (data.Length > 0)
        {
            _pieces.Enqueue(new Piece(place, name, data));
        }
    }

    /// <summary>A body as it came and, where it was compressed or is an archive, as what it holds.</summary>
    public void AddBody(Place place, string name, byte[] body, IEnumerable<string> encodings)
    {
        Add(place, name, body);
        var plain = encodings.Reverse().Aggregate(body, Decode);
        if (!ReferenceEquals(plain, body))
        {
            Add(place, name, plain);
        }

        if (plain is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            AddArchive(place, name, plain);
        }
    }

    public static byte[] Decode(byte[] body, string encoding)
    {
        using var source = new MemoryStream(body);
        using var plain = new MemoryStream();
        using Stream? reader = encoding.Trim().ToLowerInvariant() switch
        {
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "deflate" => new ZLibStream(source, CompressionMode.Decompress),
            _ => null,
        };
        if (reader is null)
        {
            return body;
        }

        reader.CopyTo(plain);
        return plain.ToArray();
    }

    private void AddArchive(Place place, string name, byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var plain = new MemoryStream();
            content.CopyTo(plain);
            Add(place, $"{name}!{entry.FullName}", plain.ToArray());
        }
    }
}
