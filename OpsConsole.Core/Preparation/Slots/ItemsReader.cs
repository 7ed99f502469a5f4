using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>Items of the subject: those that are named, all of them, or all but those named after "except".</summary>
public sealed class ItemsReader(ItemFields fields) : SlotReader
{
    private static readonly Phrase[] All = [.. new[]
    {
        "all the items", "all of the items", "all items", "all of it", "all of them", "all things", "everything", "every item", "whole order", "entire order", "complete order", "both items", "all products",
    }.Select(text => new Phrase(text))];

    private static readonly Phrase[] But = [.. new[] { "everything else but", "except for", "except", "apart from", "other than", "but not", "excluding", "besides", "but" }
        .Select(text => new Phrase(text))];

    public ItemFields Fields => fields;

    public override SlotReading Read(SlotInput input)
    {
        var passage = input.Passage;
        var all = All.Select(phrase => passage.Find(phrase)).FirstOrDefault(places => places is not null);
        if (all is not null)
        {
            passage.Use(all);
        }

        var but = all is null ? null : But.Select(phrase => passage.Find(phrase, all[^1])).FirstOrDefault(places => places is not null);
        if (but is not null)
        {
            passage.Use(but);
        }

        var mentions = ItemMentions.Find(input, fields);
        if (mentions.FirstOrDefault(mention => mention.Items.Count != 1 && !(mention.IsPlural && mention.Items.Count > 1)) is { } unclear)
        {
            return new SlotReading.Unclear(Which(passage, unclear));
        }

        var named = mentions.SelectMany(mention => mention.Items).DistinctBy(item => JsonPath.Text(item[fields.Id])).ToList();
        return (all, but) switch
        {
            (null, _) => named.Count == 0 ? new SlotReading.Absent() : Found(named, passage.Text(mentions[0].From, mentions[^1].To - 1)),
            (_, null) => named.Count == 0
                ? Found(fields.Items(input.View), passage.Text(all[0], all[^1]))
                : new SlotReading.Unclear($"The message says “{passage.Text(all[0], all[^1])}” and also names items; which are meant?"),
            _ => named.Count == 0
                ? new SlotReading.Unclear("It is not clear which items are to be left out.")
                : Found([.. fields.Items(input.View).Where(item => !named.Any(left => JsonNode.DeepEquals(left, item)))], passage.Text(all[0], mentions[^1].To - 1)),
        };
    }

    private string Which(Passage passage, ItemMention mention)
    {
        var text = passage.Text(mention.From, mention.To - 1);
        return mention.Items.Count == 0
            ? $"No item fits “{text}”."
            : $"“{text}” fits more than one item: {string.Join("; ", mention.Items.Select(fields.Describe))}. Which one is meant?";
    }

    private static SlotReading.Found Found(IReadOnlyList<JsonObject> items, string phrase) => new(new JsonArray([.. items.Select(item => item.DeepClone())]), phrase);
}
