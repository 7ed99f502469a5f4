using System.IO.Compression;
using System.Text;

namespace OpsConsole.Bench.Secrets;

/// <summary>Shows that the search can find: each secret in each form, in a file of a data folder, in a line of a log, and in compressed answers.</summary>
internal static class Planting
{
    public static void Run(SecretsWorld world, string folder, Score score)
    {
        var search = new CanarySearch(world.Canaries);
        var (planted, missed) = (0, new List<string>());
        foreach (var canary in world.Canaries)
        {
            foreach (var (form, bytes) in CanaryForms.Planted(canary.Value))
            {
                foreach (var (place, found) in Places(canary, form, bytes, folder, search))
                {
                    planted++;
                    if (!found)
                    {
                        missed.Add($"{canary.Name} as {form} in a {place}");
                    }
                }
            }
        }

        Console.WriteLine($"{planted} secrets planted in {CanaryForms.Planted("x").Count()} forms, {planted - missed.Count} found");
        score.Add(missed.Count == 0, $"planted and not found: {string.Join("; ", missed.Take(10))}");
        score.Add(search.Find(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 10_000).Select(number => $"{number} nothing is planted here {Convert.ToBase64String(BitConverter.GetBytes(number))}")))).Count == 0, "something was found where nothing is");
    }

    private static IEnumerable<(string Place, bool Found)> Places(Canary canary, string form, byte[] bytes, string folder, CanarySearch search)
    {
        bool Find(Evidence evidence) => evidence.Pieces.Any(piece => search.Find(piece.Data).Any(hit => hit.Canary == canary));
        byte[] around = [.. Encoding.ASCII.GetBytes("before it "), .. bytes, .. Encoding.ASCII.GetBytes(" after it")];

        // The prefix by which a key is known is no part of what is looked for: a cut that leaves only it proves nothing.
        if (form.StartsWith("cut", StringComparison.Ordinal) && !canary.Windows.Any(window => Encoding.UTF8.GetString(bytes).Contains(window, StringComparison.OrdinalIgnoreCase)))
        {
            yield break;
        }

        var file = Directory.CreateDirectory(Path.Combine(folder, "planted")).FullName;
        File.WriteAllBytes(Path.Combine(file, "file.bin"), around);
        var inFile = new Evidence();
        DataFolder.Read(file, inFile);
        yield return ("file", Find(inFile));

        var inLog = new Evidence();
        inLog.Add(Place.Output, "log", [.. Encoding.ASCII.GetBytes("trce: Some.Category[1]\n      "), .. around, (byte)'\n']);
        yield return ("line of a log", Find(inLog));

        foreach (var encoding in new[] { "gzip", "br" })
        {
            var inAnswer = new Evidence();
            inAnswer.AddBody(Place.Pages, "answer", Packed(around, encoding), [encoding]);
            yield return ($"{encoding} answer", Find(inAnswer));
        }
    }

    private static byte[] Packed(byte[] body, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Fastest))
        {
            packer.Write(body);
        }

        return packed.ToArray();
    }
}
