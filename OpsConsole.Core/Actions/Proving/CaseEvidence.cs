using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Cases;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Actions.Proving;

/// <summary>What speaks for a value in one case: its facts, and what the customer wrote.</summary>
public sealed class CaseEvidence
{
    /// <summary>A value with more parts than a person would look at is searched for no further.</summary>
    private const int MostScalars = 200;

    private readonly IReadOnlyList<Fact> _facts;
    private readonly ILookup<string, Fact> _texts;
    private readonly ILookup<decimal, Fact> _numbers;
    private readonly IReadOnlyList<(CaseMessage Message, SqueezedText Text, IReadOnlyList<WrittenNumber> Numbers)> _messages;

    /// <param name="facts">The facts of the case; what the message itself claims is none for this purpose.</param>
    /// <param name="messages">Those of them that came from the customer count.</param>
    public CaseEvidence(IReadOnlyList<Fact> facts, IReadOnlyList<CaseMessage> messages)
    {
        _facts = [.. facts.Where(fact => fact.Record is not null).OrderBy(fact => fact.Number)];
        var said = _facts.SelectMany(fact => Scalars(fact.Value).Append(JsonValue.Create(fact.Record!.Split('/', 3)[^1])).Select(scalar => (fact, scalar))).ToList();
        _texts = said.Where(pair => pair.scalar.GetValueKind() == JsonValueKind.String).ToLookup(pair => pair.scalar.GetValue<string>(), pair => pair.fact, StringComparer.OrdinalIgnoreCase);
        _numbers = said.Select(pair => (pair.fact, number: Number(pair.scalar))).Where(pair => pair.number is not null).ToLookup(pair => pair.number!.Value, pair => pair.fact);
        _messages = [.. messages.Where(message => message.Kind == MessageKind.Inbound).Select(message => (message, new SqueezedText(message.Body), WrittenNumber.All(message.Body)))];
    }

    /// <summary>The fact that says a value: the claimed one if it does, else the first; of a list, one that says its first item while all are said.</summary>
    public Fact? FindFact(JsonNode? value, int? claimed)
    {
        var scalars = Scalars(value).Take(MostScalars).ToList();
        if (scalars.Count == 0)
        {
            return null;
        }

        var saying = scalars.Select(scalar => Saying(scalar, claimed).ToList()).ToList();
        return saying.Any(facts => facts.Count == 0) ? null : saying[0].FirstOrDefault(fact => fact.Number == claimed) ?? saying[0][0];
    }

    /// <summary>Where the customer wrote a value; of a list, the first item, while all are written.</summary>
    /// <param name="phrase">Words of the customer in which it must stand; anywhere when they are not his words.</param>
    public CustomerWords? FindWords(JsonNode? value, string? phrase)
    {
        var scalars = Scalars(value).Take(MostScalars).ToList();
        var within = phrase is null ? null : FindPhrase(phrase);
        var found = scalars.Select(scalar => (within is null ? null : Find(scalar, within)) ?? Find(scalar, null)).ToList();
        return found.Count == 0 || found.Any(words => words is null) ? null : found[0];
    }

    /// <summary>Where the customer wrote a phrase, whatever it means.</summary>
    public CustomerWords? FindPhrase(string phrase) => _messages
        .Select(each => each.Text.Find(phrase) is var (start, end) ? new CustomerWords(each.Message.Id, start, end, each.Message.Body[start..end]) : null)
        .FirstOrDefault(words => words is not null);

    private CustomerWords? Find(JsonValue scalar, CustomerWords? within)
    {
        foreach (var (message, text, numbers) in _messages.Where(each => within is null || each.Message.Id == within.Message))
        {
            (int Start, int End)? place = Number(scalar) is { } number
                ? numbers.Where(written => written.Says(number)).Select(written => ((int, int)?)(written.Start, written.End)).FirstOrDefault()
                : scalar.GetValueKind() == JsonValueKind.String ? text.Find(scalar.GetValue<string>()) : null;
            if (place is var (start, end) && (within is null || (start >= within.Start && end <= within.End)))
            {
                return new CustomerWords(message.Id, start, end, message.Body[start..end]);
            }
        }

        return null;
    }

    /// <summary>Yes and no stand in so many facts that only the claimed one counts for them.</summary>
    private IEnumerable<Fact> Saying(JsonValue scalar, int? claimed) => scalar.GetValueKind() switch
    {
        JsonValueKind.String => _texts[scalar.GetValue<string>().Trim()],
        JsonValueKind.Number => Number(scalar) is { } number ? _numbers[number] : [],
        _ => _facts.Where(fact => fact.Number == claimed && JsonNode.DeepEquals(fact.Value, scalar)),
    };

    internal static IEnumerable<JsonValue> Scalars(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Scalars(member.Value)),
        JsonArray items => items.SelectMany(Scalars),
        JsonValue value when value.GetValueKind() != JsonValueKind.String || value.GetValue<string>().Length > 0 => [value],
        _ => [],
    };

    internal static decimal? Number(JsonValue scalar) =>
        scalar.GetValueKind() == JsonValueKind.Number && decimal.TryParse(scalar.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A place in what the customer wrote.</summary>
public sealed record CustomerWords(Guid Message, int Start, int End, string Text);
