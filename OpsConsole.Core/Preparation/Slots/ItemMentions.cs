using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>Finds the items of a record in a passage, by product name or the end of one ("boots" for Hiking Boots), narrowed by options said beside it.</summary>
internal static class ItemMentions
{
    /// <summary>All mentions in their order. Uses the words that they are made of.</summary>
    public static IReadOnlyList<ItemMention> Find(SlotInput input, ItemFields fields)
    {
        var items = fields.Items(input.View);
        var names = items.Select(item => (Item: item, Stems: Words.Stems(JsonPath.Text(item[fields.Name]).Replace('-', ' ')))).ToList();
        var mentions = new List<ItemMention>();
        var depth = 0;
        for (var at = 0; at < input.Passage.Tokens.Count; at++)
        {
            depth += input.Passage.Tokens[at].Word switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth > 0 || input.Passage.IsUsed(at))
            {
                continue;
            }

            if (ById(input, fields, items, at) is { } named)
            {
                mentions.Add(named);
                continue;
            }

            var (length, candidates) = LongestName(input.Passage, names, at);
            if (length == 0)
            {
                continue;
            }

            input.Passage.Use(Enumerable.Range(at, length));
            mentions.Add(Narrow(input, fields, candidates, at, at + length));
            at += length - 1;
        }

        return mentions;
    }

    private static ItemMention? ById(SlotInput input, ItemFields fields, IReadOnlyList<JsonObject> items, int at)
    {
        var word = input.Passage.Tokens[at].Word;
        var named = items.Where(item => JsonPath.Text(item[fields.Id]).Equals(word, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count == 0 || word.Length < 3)
        {
            return null;
        }

        input.Passage.Use(at);
        return new ItemMention(at, at + 1, [named[0]], false);
    }

    /// <summary>Of all names the longest run that stands here: the whole name, its end, or its beginning without the last word.</summary>
    private static (int Length, IReadOnlyList<JsonObject> Items) LongestName(Passage passage, IReadOnlyList<(JsonObject Item, IReadOnlyList<string> Stems)> names, int at)
    {
        var best = 0;
        var items = new List<JsonObject>();
        foreach (var (item, stems) in names)
        {
            var length = Enumerable.Range(0, stems.Count).Select(skip => RunAt(passage, stems.Skip(skip).ToList(), at)).Max();
            if (length > best)
            {
                best = length;
                items.Clear();
            }

            if (length == best && length > 0)
            {
                items.Add(item);
            }
        }

        return (best, items);
    }

    /// <summary>How many tokens the whole run takes here, hyphens included; also when it is written as one word.</summary>
    private static int RunAt(Passage passage, List<string> stems, int from)
    {
        if (stems.Count > 1 && passage.IsFree(from) && passage.Tokens[from].Stem == string.Concat(stems))
        {
            return 1;
        }

        var at = from;
        foreach (var stem in stems)
        {
            while (at > from && passage.IsFree(at) && passage.Tokens[at].Word == "-")
            {
                at++;
            }

            if (!passage.IsFree(at) || passage.Tokens[at].Stem != stem)
            {
                return 0;
            }

            at++;
        }

        return at - from;
    }

    /// <summary>Takes the options that stand in brackets behind it, or right before it, to tell items of one name apart.</summary>
    private static ItemMention Narrow(SlotInput input, ItemFields fields, IReadOnlyList<JsonObject> candidates, int from, int to)
    {
        var passage = input.Passage;
        var options = new OptionWords(candidates.SelectMany(fields.OptionsOf));
        var said = new List<(string Name, string Value)>();
        if (to < passage.Tokens.Count && passage.Tokens[to].Word == "(")
        {
            var close = Enumerable.Range(to, passage.Tokens.Count - to).FirstOrDefault(at => passage.Tokens[at].Word == ")", to);
            said.AddRange(options.Read(passage, to + 1, close));
            to = close + 1;
        }

        var start = from;
        while (start > 0 && passage.IsFree(start - 1) && !passage.Tokens[start - 1].IsPunctuation && options.Read(passage, start - 1, from) is { Count: > 0 } before)
        {
            said.AddRange(before);
            start--;
        }

        var fitting = candidates.Where(item => said.All(option => fields.OptionsOf(item).GetValueOrDefault(option.Name) == option.Value)).ToList();
        var isPlural = passage.Tokens[from].Word != passage.Tokens[from].Stem && (start == 0 || passage.Tokens[start - 1].Word is "all" or "both" or "my" or "two" or "three");
        return new ItemMention(start, to, Distinct(fitting, fields), isPlural);
    }

    /// <summary>The same item listed twice in an order is one thing to name.</summary>
    private static List<JsonObject> Distinct(List<JsonObject> items, ItemFields fields) => [.. items.DistinctBy(item => JsonPath.Text(item[fields.Id]))];
}
