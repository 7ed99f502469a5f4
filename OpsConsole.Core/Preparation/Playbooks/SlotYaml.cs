using System.Text.RegularExpressions;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Preparation.Slots;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Playbooks;

/// <summary>Makes the reader of a slot from its declaration; which members it may have depends on its kind.</summary>
internal static class SlotYaml
{
    private static readonly string[] Common = ["name", "kind", "ask", "when", "otherwise"];

    public static SlotReader? Read(YamlPart slot, ItemFields? items)
    {
        switch (slot.Required("kind"))
        {
            case "choice":
                slot.AllowOnly([.. Common, "choices"]);
                return new ChoiceReader(Named(slot.Find("choices")));
            case "amount":
                slot.AllowOnly(Common);
                return new AmountReader();
            case "address":
                slot.AllowOnly([.. Common, "patterns", "defaults", "of", "address", "named"]);
                return new AddressReader(
                    [.. slot.List("patterns").Select(Pattern).OfType<Regex>()],
                    slot.Find("defaults")?.Members().ToDictionary(member => member.Name, member => member.Value.Text ?? "", StringComparer.Ordinal) ?? [],
                    (slot.Required("of"), slot.Required("address")),
                    Paths(slot.Find("named")));
            case "method":
                slot.AllowOnly([.. Common, "from", "id", "pattern", "synonyms", "named"]);
                return new MethodReader(
                    slot.Required("from"), slot.Required("id"), slot.Find("pattern") is { } pattern ? Pattern(pattern) : null,
                    Named(slot.Find("synonyms")), Paths(slot.Find("named")));
            case "items" when items is not null:
                slot.AllowOnly(Common);
                return new ItemsReader(items);
            case "swaps" when items is not null:
                slot.AllowOnly(Common);
                return new SwapsReader(items);
            case "items" or "swaps":
                slot.Error("slots of items need the section 'items' of this file");
                return null;
            case var kind:
                slot.Error($"'{kind}' is no kind of slot; known are choice, amount, address, method, items, swaps");
                return null;
        }
    }

    private static IReadOnlyList<(string, IReadOnlyList<Phrase>)> Named(YamlPart? map) =>
        [.. (map?.Members() ?? []).Select(member => (member.Name, PlaybookReader.Phrases(member.Value.Items())))];

    private static IReadOnlyList<(IReadOnlyList<Phrase>, string)> Paths(YamlPart? map) =>
        [.. (map?.Members() ?? []).Select(member => (PlaybookReader.Phrases(member.Value.Items()), member.Name))];

    private static Regex? Pattern(YamlPart part)
    {
        try
        {
            return new Regex(part.Text ?? "", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MapIdentifier.Timeout);
        }
        catch (ArgumentException failure)
        {
            part.Error($"'{part.Text}' is no regular expression: {failure.Message}");
            return null;
        }
    }
}
