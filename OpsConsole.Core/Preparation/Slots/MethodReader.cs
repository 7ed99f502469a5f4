using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>One entry of a list on record, such as a customer's payment methods: by its id, by words that its fields hold, or by a name for it.</summary>
/// <param name="from">Path of the list in the view.</param>
/// <param name="id">The field with the entry's id.</param>
/// <param name="pattern">How ids of such entries look; one that is not in the list is told.</param>
/// <param name="synonyms">For a field's value the words that customers use for it.</param>
/// <param name="named">Phrases for one entry, each with the path of its id in the view.</param>
public sealed class MethodReader(
    string from,
    string id,
    Regex? pattern,
    IReadOnlyList<(string Value, IReadOnlyList<Phrase> Phrases)> synonyms,
    IReadOnlyList<(IReadOnlyList<Phrase> Phrases, string Path)> named) : SlotReader
{
    public override SlotReading Read(SlotInput input)
    {
        var entries = JsonPath.Members(input.View, from);
        var readings = new[] { FindById(input, entries), FindByName(input), FindByWords(input, entries) }.Where(reading => reading is not SlotReading.Absent).ToList();
        if (readings.OfType<SlotReading.Unclear>().FirstOrDefault() is { } unclear)
        {
            return unclear;
        }

        var found = readings.OfType<SlotReading.Found>().ToList();
        return found.Select(reading => reading.Value.ToJsonString()).Distinct().Count() switch
        {
            0 => new SlotReading.Absent(),
            1 => found[0],
            _ => new SlotReading.Unclear($"Which one is meant: {string.Join(" or ", found.Select(reading => $"“{reading.Phrase}”"))}?"),
        };
    }

    private SlotReading FindById(SlotInput input, IReadOnlyList<JsonNode> entries)
    {
        var words = input.Passage.Tokens.Select((token, at) => (token, at)).Where(pair => !input.Passage.IsUsed(pair.at)).ToList();
        var ids = new List<string>();
        foreach (var (token, at) in words)
        {
            if (pattern?.IsMatch(token.Word) == true || entries.Any(entry => JsonPath.Text(entry[id]).Equals(token.Word, StringComparison.OrdinalIgnoreCase)))
            {
                input.Passage.Use(at);
                ids.Add(token.Word);
            }
        }

        if (ids.Distinct().Count() != 1)
        {
            return ids.Count == 0 ? new SlotReading.Absent() : new SlotReading.Unclear($"The message names {string.Join(" and ", ids.Distinct())}; which one should be used?");
        }

        return entries.Select(entry => JsonPath.Text(entry[id])).FirstOrDefault(known => known.Equals(ids[0], StringComparison.OrdinalIgnoreCase)) is { } match
            ? new SlotReading.Found(JsonValue.Create(match), ids[0])
            : new SlotReading.Unclear($"{ids[0]} is not on file for this customer; which of {string.Join(", ", entries.Select(entry => JsonPath.Text(entry[id])))} should be used?");
    }

    private SlotReading FindByName(SlotInput input)
    {
        foreach (var (phrases, path) in named)
        {
            foreach (var phrase in phrases)
            {
                if (input.Passage.Find(phrase) is { } places && JsonPath.First(input.View, path) is { } value)
                {
                    input.Passage.Use(places);
                    return new SlotReading.Found(value.DeepClone(), input.Passage.Text(places[0], places[^1]));
                }
            }
        }

        return new SlotReading.Absent();
    }

    private SlotReading FindByWords(SlotInput input, IReadOnlyList<JsonNode> entries)
    {
        var fitting = entries.ToList();
        var phrasesSeen = new List<string>();
        foreach (var (value, phrases) in synonyms)
        {
            foreach (var phrase in phrases.OrderByDescending(phrase => phrase.Length))
            {
                if (input.Passage.Find(phrase) is not { } places)
                {
                    continue;
                }

                input.Passage.Use(places);
                phrasesSeen.Add(input.Passage.Text(places[0], places[^1]));
                fitting = [.. fitting.Where(entry => entry is JsonObject fields && fields.Any(field => JsonPath.Text(field.Value) == value))];
            }
        }

        return (phrasesSeen.Count, fitting.Count) switch
        {
            (0, _) => new SlotReading.Absent(),
            (_, 1) => new SlotReading.Found(JsonValue.Create(JsonPath.Text(fitting[0][id])), phrasesSeen[0]),
            (_, 0) => new SlotReading.Unclear($"No “{string.Join(" ", phrasesSeen)}” is on file for this customer; which payment method should be used?"),
            _ => new SlotReading.Unclear($"More than one “{string.Join(" ", phrasesSeen)}” is on file: {string.Join(", ", fitting.Select(entry => JsonPath.Text(entry[id])))}. Which one should be used?"),
        };
    }
}
