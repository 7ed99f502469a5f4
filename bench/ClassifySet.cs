using System.IO.Compression;
using System.Text.Json;
using OpsConsole.Core.Preparation.Classifying;

namespace OpsConsole.Bench;

/// <summary>Reads conversations whose kinds are known, one JSON object a line, packed by gzip or not. Only what the customer said is taken.</summary>
internal static class ClassifySet
{
    public static IReadOnlyList<Example> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(text);
        var examples = new List<Example>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && Of(line) is { } example)
            {
                examples.Add(example);
            }
        }

        return examples;
    }

    /// <summary>Null for a conversation of no kind.</summary>
    private static Example? Of(string line)
    {
        using var json = JsonDocument.Parse(line);
        var kinds = json.RootElement.GetProperty("capabilities").EnumerateArray().Select(kind => kind.GetString()!).Distinct(StringComparer.Ordinal).ToList();
        var utterances = json.RootElement.GetProperty("customer_utterances").EnumerateArray().Select(utterance => utterance.GetString()!.ReplaceLineEndings(" "));
        return kinds.Count == 0 ? null : new Example(string.Join('\n', utterances), kinds[0]) { MoreTypes = kinds[1..] };
    }
}
