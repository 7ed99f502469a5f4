using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>
/// A postal address: written out (the playbook gives the patterns, whose named groups are the address's fields), or by pointing at one on
/// record ("same as order …", "my default address").
/// </summary>
/// <param name="defaults">Values of fields that a written address may leave out.</param>
/// <param name="subject">The entity whose records can be pointed at, and the path of their address.</param>
/// <param name="named">Phrases for addresses on record, each with its path in the view.</param>
public sealed class AddressReader(
    IReadOnlyList<Regex> patterns,
    IReadOnlyDictionary<string, string> defaults,
    (string Entity, string Path) subject,
    IReadOnlyList<(IReadOnlyList<Phrase> Phrases, string Path)> named) : SlotReader
{
    private static readonly Phrase[] Pointers = [.. new[] { "same as", "same address as", "the same one as", "address of", "as in", "as for" }
        .OrderByDescending(text => text.Length).Select(text => new Phrase(text))];

    public override SlotReading Read(SlotInput input)
    {
        var found = new[] { FindWritten(input), FindPointed(input), FindNamed(input) }.OfType<SlotReading.Found>().ToList();
        return found.Count switch
        {
            0 => new SlotReading.Absent(),
            1 => found[0],
            _ when found.Skip(1).All(other => JsonNode.DeepEquals(other.Value, found[0].Value)) => found[0],
            _ => new SlotReading.Unclear($"The message gives addresses that differ: {string.Join("; ", found.Select(address => address.Phrase))}."),
        };
    }

    private SlotReading.Found? FindWritten(SlotInput input)
    {
        var tokens = input.Passage.Tokens;
        if (tokens.Count == 0)
        {
            return null;
        }

        var start = tokens[0].Start;
        var text = input.Passage.Message[start..tokens[^1].End];
        foreach (var match in patterns.Select(pattern => pattern.Match(text)).Where(match => match.Success))
        {
            if (input.Passage.UseCharacters(start + match.Index, start + match.Index + match.Length) == 0)
            {
                continue;
            }

            var fields = new JsonObject();
            foreach (var name in match.Groups.Keys.Where(name => !char.IsDigit(name[0])))
            {
                var value = match.Groups[name].Success ? match.Groups[name].Value.Trim() : defaults.GetValueOrDefault(name, "");
                fields[name] = value;
            }

            foreach (var (name, value) in defaults)
            {
                fields.TryAdd(name, JsonValue.Create(value));
            }

            return new SlotReading.Found(fields, match.Value);
        }

        return null;
    }

    private SlotReading.Found? FindPointed(SlotInput input)
    {
        var own = JsonPath.Text(JsonPath.First(input.View, $"{subject.Entity}._id"));
        foreach (var places in Pointers.Select(pointer => input.Passage.Find(pointer)).OfType<IReadOnlyList<int>>())
        {
            var after = input.Passage.Tokens[places[^1]].End;
            var mention = input.Mentions.Where(mention => mention.Entity == subject.Entity && mention.RecordId != own && mention.Start >= after).MinBy(mention => mention.Start);
            if (mention is null || mention.Start - after > 20 || JsonPath.First(input.View, $"records.{subject.Entity}") is not JsonObject records
                || JsonPath.First(records[mention.RecordId], subject.Path) is not { } address)
            {
                continue;
            }

            input.Passage.Use(places);
            input.Passage.UseCharacters(mention.Start, mention.End);
            return new SlotReading.Found(address.DeepClone(), input.Passage.Message[input.Passage.Tokens[places[0]].Start..mention.End]);
        }

        return null;
    }

    private SlotReading.Found? FindNamed(SlotInput input)
    {
        foreach (var (phrases, path) in named)
        {
            foreach (var phrase in phrases)
            {
                if (input.Passage.Find(phrase) is { } places && JsonPath.First(input.View, path) is { } address)
                {
                    input.Passage.Use(places);
                    return new SlotReading.Found(address.DeepClone(), input.Passage.Text(places[0], places[^1]));
                }
            }
        }

        return null;
    }
}
