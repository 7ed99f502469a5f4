using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>One of a few values, each with the phrases that mean it.</summary>
public sealed class ChoiceReader(IReadOnlyList<(string Value, IReadOnlyList<Phrase> Phrases)> choices) : SlotReader
{
    public IReadOnlyList<string> Values => [.. choices.Select(choice => choice.Value)];

    public override SlotReading Read(SlotInput input)
    {
        var found = new List<(string Value, string Phrase)>();
        var phrases = choices.SelectMany(choice => choice.Phrases.Select(phrase => (choice.Value, phrase))).OrderByDescending(pair => pair.phrase.Length);
        foreach (var (value, phrase) in phrases)
        {
            while (input.Passage.Find(phrase) is { } places)
            {
                input.Passage.Use(places);
                found.Add((value, input.Passage.Text(places[0], places[^1])));
            }
        }

        return found.Select(pair => pair.Value).Distinct().Count() switch
        {
            0 => new SlotReading.Absent(),
            1 => new SlotReading.Found(JsonValue.Create(found[0].Value), found[0].Phrase),
            _ => new SlotReading.Unclear($"The message gives more than one: {string.Join(", ", found.Select(pair => $"“{pair.Phrase}”"))}."),
        };
    }
}
