using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpsConsole.Core.Preparation.Prompting;

namespace OpsConsole.Bench.Competent;

/// <summary>A question as a model reads it: which prompt it was made of, and the pieces of data that came with it.</summary>
internal sealed partial class Question
{
    private readonly List<(string Kind, string Text)> _parts = [];

    private Question(string prompt) => Prompt = prompt;

    /// <summary>Name of the prompt; empty when it is none of the console's.</summary>
    public string Prompt { get; }

    public IReadOnlyList<JsonObject> Tools { get; private init; } = [];

    public string Message => string.Join('\n', Of("message from the customer"));

    public IReadOnlyList<JsonObject> ActionTypes => [.. Of("action type").Select(text => JsonNode.Parse(text)!.AsObject())];

    /// <summary>Each record with its name, such as <c>shop/orders/17</c>.</summary>
    public IReadOnlyList<(string Name, JsonObject Body)> Records =>
        [.. Of("record of a system").Select(text => text.Split('\n', 2)).Select(lines => (lines[0], JsonNode.Parse(lines[1])!.AsObject()))];

    /// <summary>Number, label and value of each fact.</summary>
    public IReadOnlyList<(string Number, string Label, string Value)> Facts =>
        [.. Of("facts of the case").SelectMany(text => FactLine().Matches(text)).Select(fact => (fact.Groups["number"].Value, fact.Groups["label"].Value, fact.Groups["value"].Value))];

    public static Question Read(JsonObject body)
    {
        var messages = body["messages"] as JsonArray ?? [];
        var question = new Question(NameOf(Text(messages.FirstOrDefault())))
        {
            Tools = [.. (body["tools"] as JsonArray ?? []).Select(tool => tool?["function"]).OfType<JsonObject>()],
        };
        foreach (var part in messages.Skip(1).Select(message => DataPart().Match(Text(message))).Where(part => part.Success))
        {
            question._parts.Add((part.Groups["kind"].Value, part.Groups["text"].Value));
        }

        return question;
    }

    public IEnumerable<string> Of(string kind) => _parts.Where(part => part.Kind == kind).Select(part => part.Text);

    /// <summary>Which prompt a question was made of, by how its first message begins; empty when by none.</summary>
    public static string NameOf(string text) =>
        PromptShelf.Own.All.FirstOrDefault(prompt => text.StartsWith(prompt.Text.Split('\n')[0], StringComparison.Ordinal))?.Ref.Name ?? "";

    private static string Text(JsonNode? message) => message?["content"] switch
    {
        JsonArray parts => string.Concat(parts.Select(part => part?["text"]?.ToString())),
        { } text => text.ToString(),
        null => "",
    };

    [GeneratedRegex(@"^<<<DATA \w+ (?<kind>[^>]+)>>>\n(?<text>.*)\n<<<END \w+>>>$", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DataPart();

    [GeneratedRegex(@"^\[(?<number>\d+)\] (?<label>[^:\n]+): (?<value>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FactLine();
}
