using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>
/// Items and the variant that each is to become: "the boots (size 9) for one with size 8, otherwise the same; and the …". What is not
/// said stays as it is. Only a variant that exists, is available and is the only one that fits is taken; else it is asked.
/// </summary>
public sealed class SwapsReader(ItemFields fields) : SlotReader
{
    private static readonly HashSet<string> Joints = new(
        ["for", "one", "another", "with", "to", "into", "in", "a", "an", "the", "of", "type", "version", "variant", "otherwise", "options", "option", "else", "everything", "and", "swap", "change", "exchange"],
        StringComparer.Ordinal);

    public override SlotReading Read(SlotInput input)
    {
        var mentions = ItemMentions.Find(input, fields);
        if (mentions.Count == 0)
        {
            return new SlotReading.Absent();
        }

        var swaps = new JsonArray();
        var questions = new List<string>();
        for (var index = 0; index < mentions.Count; index++)
        {
            var to = index + 1 < mentions.Count ? mentions[index + 1].From : input.Passage.Tokens.Count;
            switch (ReadTarget(input, mentions[index], EndOfSentence(input.Passage, mentions[index], to)))
            {
                case SlotReading.Found found:
                    swaps.Add(found.Value.DeepClone());
                    break;
                case SlotReading.Unclear unclear:
                    questions.Add(unclear.Question);
                    break;
            }
        }

        // One item cannot become two things; a mention in the target's description looks like the item itself.
        if (swaps.Select(swap => JsonPath.Text(swap!["item"]![fields.Id])).Distinct().Count() < swaps.Count)
        {
            questions.Add("The message names one item more than once; for which variant is it to be exchanged?");
        }

        return questions.Count > 0
            ? new SlotReading.Unclear(string.Join(" ", questions))
            : new SlotReading.Found(swaps, input.Passage.Text(mentions[0].From, LastUsed(input.Passage)));
    }

    private SlotReading ReadTarget(SlotInput input, ItemMention mention, int to)
    {
        var passage = input.Passage;
        if (mention.Items.Count != 1)
        {
            return new SlotReading.Unclear(mention.Items.Count == 0
                ? $"No item of this order fits “{passage.Text(mention.From, mention.To - 1)}”."
                : $"Which one is meant by “{passage.Text(mention.From, mention.To - 1)}”: {string.Join("; ", mention.Items.Select(fields.Describe))}?");
        }

        var item = mention.Items[0];
        var variants = fields.VariantsOf(input.View, item);
        if (ById(passage, mention.To, to, variants) is { } named)
        {
            return Answer(item, named);
        }

        var options = new OptionWords(variants.SelectMany(fields.OptionsOf));
        var isSame = options.ReadSame(passage, mention.To, to);
        var wanted = options.Read(passage, mention.To, to);
        for (var at = mention.To; at < to; at++)
        {
            if (Joints.Contains(passage.Tokens[at].Word) && (isSame || passage.Tokens[at].Word != "otherwise"))
            {
                passage.Use(at);
            }
        }

        if (wanted.Count == 0 && !isSame)
        {
            return new SlotReading.Unclear($"For which variant is the {JsonPath.Text(item[fields.Name])} to be exchanged?");
        }

        return Choose(item, variants, wanted);
    }

    private SlotReading Choose(JsonObject item, IReadOnlyList<JsonObject> variants, IReadOnlyList<(string Name, string Value)> wanted)
    {
        var name = JsonPath.Text(item[fields.Name]);
        if (wanted.GroupBy(option => option.Name).FirstOrDefault(group => group.Select(option => option.Value).Distinct().Count() > 1) is { } twice)
        {
            return new SlotReading.Unclear($"The {name} cannot have {twice.Key} {string.Join(" and ", twice.Select(option => option.Value))}; which one?");
        }

        var target = new Dictionary<string, string>(fields.OptionsOf(item), StringComparer.Ordinal);
        foreach (var (option, value) in wanted)
        {
            target[option] = value;
        }

        var fitting = variants.Where(variant => target.All(option => fields.OptionsOf(variant).GetValueOrDefault(option.Key) == option.Value)).ToList();
        if (fitting.Count == 1 && IsAvailable(fitting[0]))
        {
            return Answer(item, fitting[0]);
        }

        var near = variants.Where(variant => IsAvailable(variant)
            && wanted.All(option => fields.OptionsOf(variant).GetValueOrDefault(option.Name) == option.Value)).Take(4).ToList();
        var wish = $"{name} with {string.Join(", ", target.Select(option => $"{option.Key} {option.Value}"))}";
        return new SlotReading.Unclear(near.Count == 0
            ? $"A {wish} is not available, and nothing close to it is."
            : $"A {wish} is not available. Would one of these do: {string.Join("; ", near.Select(variant => string.Join(", ", fields.OptionsOf(variant).Select(option => $"{option.Key} {option.Value}"))))}?");
    }

    private JsonObject? ById(Passage passage, int from, int to, IReadOnlyList<JsonObject> variants)
    {
        for (var at = from; at < to; at++)
        {
            var word = passage.Tokens[at].Word;
            var named = variants.FirstOrDefault(variant => JsonPath.Text(variant[fields.VariantId]).Equals(word, StringComparison.OrdinalIgnoreCase));
            if (!passage.IsUsed(at) && word.Length >= 3 && named is not null && IsAvailable(named))
            {
                passage.Use(at);
                return named;
            }
        }

        return null;
    }

    private static SlotReading.Found Answer(JsonObject item, JsonObject variant) =>
        new(new JsonObject { ["item"] = item.DeepClone(), ["variant"] = variant.DeepClone() }, "");

    private bool IsAvailable(JsonObject variant) => JsonPath.Text(variant[fields.Available]) is not "false";

    private static int EndOfSentence(Passage passage, ItemMention mention, int to)
    {
        var at = mention.To;
        while (at < to && passage.Tokens[at].Sentence == passage.Tokens[mention.From].Sentence)
        {
            at++;
        }

        return at;
    }

    private static int LastUsed(Passage passage)
    {
        var at = passage.Tokens.Count - 1;
        while (at > 0 && (!passage.IsUsed(at) || passage.Tokens[at].IsPunctuation))
        {
            at--;
        }

        return at;
    }
}
