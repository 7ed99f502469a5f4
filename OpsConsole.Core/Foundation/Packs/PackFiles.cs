using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Foundation.Packs;

/// <summary>A pack as it lies in a folder: its text files under their relative names, with forward slashes.</summary>
public sealed record PackFiles(string Id, IReadOnlyDictionary<string, string> Texts)
{
    private static readonly string[] Endings = [".yaml", ".jsonl", ".md"];

    /// <summary>The same for the same content, whatever the folder and the order of reading.</summary>
    public string Digest => CanonicalJson.Digest(ToJson());

    /// <summary>Reads the pack's files from a folder; the folder's name is the pack's id.</summary>
    public static async Task<PackFiles> ReadAsync(string folder, CancellationToken cancellation)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.Ordinal)))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            texts[name] = (await File.ReadAllTextAsync(file, cancellation)).ReplaceLineEndings("\n");
        }

        return new PackFiles(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), texts);
    }

    public static PackFiles FromJson(string id, string json) =>
        new(id, JsonNode.Parse(json)!.AsObject().ToDictionary(file => file.Key, file => file.Value!.GetValue<string>(), StringComparer.Ordinal));

    public JsonObject ToJson() => new(Texts.Select(file => KeyValuePair.Create(file.Key, (JsonNode?)JsonValue.Create(file.Value))));
}
