using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Preparation.Prompting;

/// <summary>
/// The prompts, by name and version, as files of <c>prompts/</c> that the program carries within it. A text is never changed under a version
/// that is known: <c>prompts/lock.json</c> holds the digest of each, and a prompt that differs from it is not used. What was asked a year ago
/// can so be read a year from now.
/// </summary>
public sealed class PromptShelf
{
    private const string Folder = "Prompts/";
    private const string Lock = "lock.json";

    private readonly Dictionary<(string Name, int Version), Prompt> _prompts = [];

    /// <param name="files">Text by path, such as <c>plan/1.md</c>.</param>
    public PromptShelf(IReadOnlyDictionary<string, string> files)
    {
        var locked = ReadLock(files.GetValueOrDefault(Lock, "{}"));
        var faults = new List<string>();
        foreach (var (path, text) in files.Where(file => file.Key.EndsWith(".md", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (path[..^3].Split('/') is not [var name, var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1)
            {
                faults.Add($"{path}: prompts are named as in plan/1.md.");
                continue;
            }

            var (prompt, fault) = PromptFile.Read(name, version, text, file => files.GetValueOrDefault($"{name}/{file}"));
            var known = locked.GetValueOrDefault($"{name}/{version}");
            if (prompt is null || known != prompt.Ref.Digest)
            {
                faults.Add(fault is not null ? $"{path}: {fault}."
                    : known is null ? $"{path}: it is not in lock.json; its digest is {prompt!.Ref.Digest}."
                    : $"{path}: the text was changed under a version that is known. Give the new text the next number.");
                continue;
            }

            _prompts[(name, version)] = prompt;
        }

        Faults = faults;
    }

    /// <summary>The prompts that the program carries.</summary>
    public static PromptShelf Own { get; } = new(ReadOwn());

    /// <summary>Why a prompt is not used, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }

    public IReadOnlyList<Prompt> All => [.. _prompts.Values.OrderBy(prompt => prompt.Ref.Name, StringComparer.Ordinal).ThenBy(prompt => prompt.Ref.Version)];

    /// <summary>The newest version of a prompt; null when none can be used.</summary>
    public Prompt? Find(string name) => _prompts.Values.Where(prompt => prompt.Ref.Name == name).MaxBy(prompt => prompt.Ref.Version);

    public Prompt? Find(string name, int version) => _prompts.GetValueOrDefault((name, version));

    private static Dictionary<string, string> ReadLock(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject members ? members.ToDictionary(member => member.Key, member => member.Value?.ToString() ?? "", StringComparer.Ordinal) : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Dictionary<string, string> ReadOwn()
    {
        var assembly = typeof(PromptShelf).Assembly;
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files[name[Folder.Length..].Replace('\\', '/')] = reader.ReadToEnd();
        }

        return files;
    }
}
