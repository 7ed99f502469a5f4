using OpsConsole.Core.Foundation.Packs;

namespace OpsConsole.Core.Preparation.Knowledge;

/// <summary>
/// Reads a pack's <c>knowledge/*.md</c>: a heading, then, if it is not for all, a line with the case types, then paragraphs.
/// <code>
/// # Damaged goods
/// for: damaged, refund
///
/// A photo is asked for from 50 € on. …
/// </code>
/// </summary>
public sealed class KnowledgePart(KnowledgeShelf shelf) : IPackPart
{
    private const string Folder = "knowledge/";
    private const string For = "for:";
    private const int MostCharacters = 2_000;

    public Func<CancellationToken, Task> Read(PackReading reading)
    {
        var passages = reading.Files.Texts.Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal) && file.Key.EndsWith(".md", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => ReadArticle(file.Key, file.Value, reading)).ToList();
        return _ =>
        {
            shelf.Replace(reading.Files.Id, passages);
            return Task.CompletedTask;
        };
    }

    private static List<KnowledgePassage> ReadArticle(string file, string text, PackReading reading)
    {
        var blocks = text.Split("\n\n").Select((block, place) => (Text: block.Trim(), Place: place)).Where(block => block.Text.Length > 0).ToList();
        var head = blocks.Count == 0 ? [] : blocks[0].Text.Split('\n');
        if (head is not [{ } title, ..] || !title.StartsWith("# ", StringComparison.Ordinal) || head.Length > 2 || (head.Length == 2 && !head[1].StartsWith(For, StringComparison.Ordinal)))
        {
            reading.Errors.Add(new Foundation.Yaml.ConfigError(file, 1, "an article begins with '# Title', and may go on with 'for: case types' on the next line and nothing else"));
            return [];
        }

        var types = head.Length < 2 ? [] : head[1][For.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var type in types.Where(type => !reading.Entries.Any(entry => entry.Name == new PackName("case type", type))))
        {
            reading.Errors.Add(new Foundation.Yaml.ConfigError(file, 2, $"there is no case type '{type}'"));
        }

        foreach (var (_, place) in blocks.Where(block => block.Text.Length > MostCharacters))
        {
            reading.Errors.Add(new Foundation.Yaml.ConfigError(file, text.Split("\n\n").Take(place).Sum(block => block.Count(character => character == '\n') + 2) + 1, $"a paragraph is longer than {MostCharacters} characters; divide it"));
        }

        return [.. blocks.Skip(1).Select((block, index) => new KnowledgePassage(Path.GetFileNameWithoutExtension(file), title[2..].Trim(), index + 1, types, block.Text))];
    }
}
