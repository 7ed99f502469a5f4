using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.DataReadiness;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>A stretch of a stranger's text that a person should look at.</summary>
/// <param name="Where"><c>message</c> or <c>fact</c>.</param>
/// <param name="Id">The message's id or the fact's numeral.</param>
/// <param name="What">Why, in words.</param>
public sealed record Suspicion(string Where, string Id, int Start, int End, string Text, string What);

/// <summary>
/// Finds text that looks as if it were meant for a machine and not for a person. It is shown, and nothing else depends on it: what protects
/// is that such text has no power, not that it is found.
/// </summary>
public static partial class SuspiciousText
{
    private const int Most = 20;
    private const int LongestQuote = 160;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Suspicion> Find(IReadOnlyList<CaseMessage> messages, IReadOnlyList<Fact> facts) =>
    [
        .. messages.Where(message => message.Kind == MessageKind.Inbound).SelectMany(message => Find(message.Body).Select(found => Make("message", message.Id.ToString(), message.Body, found)))
            .Concat(messages.SelectMany(message => message.FileNames).SelectMany(name => Find(name).Select(found => Make("file", name, name, found))))
            .Concat(facts.SelectMany(fact => Find(fact.Display).Select(found => Make("fact", fact.Number.ToString(CultureInfo.InvariantCulture), fact.Display, found))))
            .Take(Most),
    ];

    public static IReadOnlyList<(int Start, int End, string What)> Find(string text)
    {
        var found = new List<(int Start, int End, string What)>();
        found.AddRange(Matches(Ordering(), text, "It tells a machine to set its rules aside."));
        found.AddRange(Matches(Role(), text, "It speaks as if it were the system or the model."));
        found.AddRange(Matches(Acting(), text, "It tells a machine to act or to keep silent."));
        found.AddRange(Matches(Marks(), text, "It has signs that models use to tell who speaks."));
        found.AddRange(Matches(Blob(), text, "It has a block of encoded text."));
        found.AddRange(Matches(Markup(), text, "It has hidden or active markup."));
        found.AddRange(Invisible(text));
        return [.. found.OrderBy(each => each.Start).ThenByDescending(each => each.End).DistinctBy(each => each.Start)];
    }

    public static string ToJson(IReadOnlyList<Suspicion> found) => found.Count == 0 ? "" : JsonSerializer.Serialize(found, Format);

    /// <summary>Nothing for an empty or unreadable text.</summary>
    public static IReadOnlyList<Suspicion> FromJson(string json)
    {
        try
        {
            return json.Length == 0 ? [] : JsonSerializer.Deserialize<List<Suspicion>>(json, Format) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Suspicion Make(string where, string id, string text, (int Start, int End, string What) found) =>
        new(where, id, found.Start, found.End, DataChannel.Plain(text[found.Start..Math.Min(found.End, found.Start + LongestQuote)]), found.What);

    private static IEnumerable<(int, int, string)> Matches(Regex pattern, string text, string what) => pattern.Matches(text).Select(match => (match.Index, match.Index + match.Length, what));

    /// <summary>Signs that do not show: joiners between emoji are in order, anything else of the kind is not.</summary>
    private static IEnumerable<(int, int, string)> Invisible(string text)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isHidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse && rune.Value is not (0x200D or 0x00AD or 0xFEFF);
            if (isHidden || rune.Value is >= 0xE0000 and <= 0xE007F || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\n' or '\r' or '\t')))
            {
                yield return (at, at + rune.Utf16SequenceLength, "It has signs that do not show on screen.");
            }

            at += rune.Utf16SequenceLength;
        }
    }

    [GeneratedRegex(@"\b(?:ignore|disregard|forget|override|bypass|ignoriere?n?|vergiss|ignorez|oubliez?|ignora|olvida|dimentica|negeer|vergeet)\b[^.\n]{0,40}\b(?:instructions?|rules?|prompts?|polic(?:y|ies)|guidelines|above|previous|prior|anweisungen|regeln|consignes|règles|instrucciones|reglas|istruzioni|regole|instructies|regels)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ordering();

    [GeneratedRegex(@"\b(?:you are (?:now |an? )(?:ai|assistant|model|system|agent|admin\w*|unrestricted|free)|act as (?:an?|the) |as an? (?:ai|language model)|system prompt|developer mode|new instructions?|from now on,? you|du bist jetzt|tu es maintenant|ahora eres)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Role();

    [GeneratedRegex(@"\b(?:(?:approve|execute|authori[sz]e|grant|issue|call|invoke|run)\b[^.\n]{0,50}\b(?:immediately|automatically|without (?:asking|approval|review|checking|human)|tool|function|operation|api)|do not (?:tell|inform|alert|ask|mention|flag)\b[^.\n]{0,30}\b(?:user|agent|human|person|anyone|customer|supervisor)|already (?:been )?(?:approved|authori[sz]ed) by|pre-?approved)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Acting();

    [GeneratedRegex(@"<\|[^|\n]{1,30}\|>|\[/?INST\]|<{3}|>{3}|^\s*#{2,}\s*(?:system|instruction|assistant|user)\b|^\s*(?:system|assistant|developer|tool)\s*:|</?(?:system|assistant|instructions?|tool_call|function_call)>|""(?:tool_calls?|function_call|role)""\s*:", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<![\w+/])[A-Za-z0-9+/]{80,}={0,2}|(?:\\x[0-9a-f]{2}){12,}|(?:%[0-9a-f]{2}){20,}", RegexOptions.IgnoreCase)]
    private static partial Regex Blob();

    [GeneratedRegex(@"<!--|<script|<iframe|<img\b|!\[[^\]\n]{0,80}\]\(|display\s*:\s*none|font-size\s*:\s*0|javascript:|data:text/html", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
