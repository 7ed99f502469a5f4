using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Slots;

namespace OpsConsole.Core.Preparation.Playbooks;

/// <summary>Reads <c>playbooks.yaml</c> and the classifier's <c>examples.jsonl</c> (a line each: <c>{"text": …, "type": …}</c>).</summary>
public sealed class PlaybooksPart(PlaybookShelf shelf) : IPackPart
{
    private const string File = "playbooks.yaml";
    private const string ExamplesFile = "examples.jsonl";

    private static readonly string[] TypeNames = ["mixed-type", "other-type"];

    public Func<CancellationToken, Task> Read(PackReading reading)
    {
        if (reading.Open(File) is not { } root)
        {
            return _ => Task.CompletedTask;
        }

        root.AllowOnly("customer", "mixed-type", "other-type", "greeting", "closing", "items", "playbooks");
        foreach (var name in TypeNames.Where(name => root.Find(name) is not null))
        {
            reading.Refer("case type", root.Required(name), root.Find(name)!);
        }

        reading.Refer("entity", root.Required("customer"), root.Find("customer") ?? root);
        var fields = root.Find("items") is { } items ? Fields(items) : null;
        var playbooks = new PackPlaybooks(
            reading.Files.Id, root.Required("customer"), root.Required("mixed-type"), root.Required("other-type"),
            PlaybookExpression.CheckedTemplate(root.Find("greeting")), PlaybookExpression.CheckedTemplate(root.Find("closing")),
            [.. root.List("playbooks").Select(item => PlaybookReader.Read(item, fields, reading))],
            ReadExamples(reading))
        {
            Tone = reading.Open(PackHeader.File)?.Optional("tone") ?? "",
        };
        return _ =>
        {
            shelf.Replace(playbooks);
            return Task.CompletedTask;
        };
    }

    private static ItemFields Fields(YamlPart items)
    {
        items.AllowOnly("from", "id", "name", "options", "product-entity", "product", "variants", "variant-id", "available", "variant");
        return new ItemFields(
            items.Required("from"), items.Required("id"), items.Required("name"), items.Required("options"), items.Required("product-entity"),
            items.Required("product"), items.Required("variants"), items.Required("variant-id"), items.Required("available"), items.Required("variant"));
    }

    private static List<Example> ReadExamples(PackReading reading)
    {
        var examples = new List<Example>();
        var lines = reading.Files.Texts.GetValueOrDefault(ExamplesFile, "").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].Trim().Length == 0)
            {
                continue;
            }

            if (ReadExample(lines[index]) is not { } example)
            {
                reading.Errors.Add(new ConfigError(ExamplesFile, index + 1, """expected {"text": "…", "type": "…"}"""));
            }
            else if (!reading.Entries.Any(entry => entry.Name == new PackName("case type", example.CaseType)))
            {
                reading.Errors.Add(new ConfigError(ExamplesFile, index + 1, $"there is no case type '{example.CaseType}'"));
            }
            else
            {
                examples.Add(example);
            }
        }

        return examples;
    }

    private static Example? ReadExample(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject members && members["text"]?.GetValue<string>() is { } text && members["type"]?.GetValue<string>() is { } type
                ? new Example(text, type)
                : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
