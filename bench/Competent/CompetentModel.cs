using System.Text.Json.Nodes;

namespace OpsConsole.Bench.Competent;

/// <summary>
/// Answers the prompts of preparation by rule, from what it is given to read and nothing else: a model of middling wit that keeps to its
/// instructions. It knows neither what is expected nor which shop it works for.
/// </summary>
internal static class CompetentModel
{
    private const int MostFacts = 3;

    private static readonly string[] Telling = ["status", "total"];

    public static StubAnswer Answer(JsonObject body)
    {
        var question = Question.Read(body);
        return question.Prompt switch
        {
            "classify" => StubAnswer.Say(Classify(question).ToJsonString()),
            "wishes" => StubAnswer.Say(Wishes(question).ToJsonString()),
            "reads" => Read(question),
            "plan" => StubAnswer.Say(CompetentPlan.Of(question).ToJsonString()),
            "summarise" => StubAnswer.Say(Summarise(question)),
            "reply" => StubAnswer.Say(Reply(question)),
            _ => StubAnswer.Say("You can be heard."),
        };
    }

    private static JsonObject Classify(Question question)
    {
        var kinds = string.Concat(question.Of("kinds of cases")).Split('\n').Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2).ToList();
        var asked = Concept.In(question.Message);
        var word = asked.Count == 0 ? "something else" : asked.Count > 1 && Concept.IsConditional(question.Message) ? "several" : asked[0].Concept.Kind;
        var kind = kinds.Find(parts => parts[0].Contains(word, StringComparison.OrdinalIgnoreCase)) ?? kinds.Find(parts => parts[1].Contains(word, StringComparison.OrdinalIgnoreCase));
        return new JsonObject { ["type"] = kind?[0], ["quotes"] = new JsonArray(asked.Count == 0 ? LongestSentence(question.Message) : SentenceAround(question.Message, asked[0].Words)) };
    }

    private static JsonObject Wishes(Question question) => new()
    {
        ["wishes"] = new JsonArray([.. Concept.In(question.Message).Select(asked => new JsonObject { ["wish"] = asked.Concept.Name, ["words"] = SentenceAround(question.Message, asked.Words) })]),
    };

    /// <summary>The first reading tool that can be called with what stands in the records, by the same name.</summary>
    private static StubAnswer Read(Question question)
    {
        foreach (var tool in question.Tools)
        {
            var arguments = new JsonObject();
            var required = (tool["parameters"]?["required"] as JsonArray ?? []).Select(name => name!.ToString()).ToList();
            foreach (var name in required)
            {
                if (question.Records.Select(record => record.Body[name]).FirstOrDefault(value => value is not null) is { } known)
                {
                    arguments[name] = known.DeepClone();
                }
            }

            if (required.Count > 0 && arguments.Count == required.Count && tool["name"]!.ToString().StartsWith("list", StringComparison.Ordinal))
            {
                return StubAnswer.Call(tool["name"]!.ToString(), arguments);
            }
        }

        return StubAnswer.Say("Nothing is missing.");
    }

    private static string Summarise(Question question)
    {
        var asked = Concept.In(question.Message);
        var wish = asked.Count == 0 ? "The customer has a question." : $"The customer writes: “{SentenceAround(question.Message, asked[0].Words)}”";
        return string.Join(' ', question.Facts.Where(fact => Telling.Any(word => fact.Label.Contains(word, StringComparison.OrdinalIgnoreCase))).Take(MostFacts)
            .Select(fact => $"{fact.Label} is {fact.Value} [{fact.Number}].").Prepend(wish));
    }

    private static string Reply(Question question)
    {
        var task = JsonNode.Parse(question.Of("what the reply is to say").First())!;
        var german = task["language"]?.ToString() == "de";
        var proposed = (task["proposed"] as JsonArray ?? []).Select(action => action!["action"]!.ToString()).ToList();
        var lines = new List<string> { task["greeting"]!.ToString(), "" };
        lines.AddRange(proposed.Count > 0 ? [german ? $"wir haben vorgesehen: {string.Join(", ", proposed)}." : $"this is what we are about to do: {string.Join(", ", proposed)}."] : Array.Empty<string>());
        lines.AddRange((task["questions"] as JsonArray ?? []).Select(asked => asked!.ToString()));
        lines.AddRange(["", task["closing"]!.ToString()]);
        return string.Join('\n', lines);
    }

    private static string LongestSentence(string text) => text.Split('.', '!', '?', '\n').MaxBy(sentence => sentence.Length)!.Trim();

    private static string SentenceAround(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        var start = text.LastIndexOfAny(['.', '!', '?', '\n'], Math.Max(0, at - 1)) + 1;
        var end = text.IndexOfAny(['.', '!', '?', '\n'], at);
        return text[start..(end < 0 ? text.Length : end)].Trim();
    }
}
