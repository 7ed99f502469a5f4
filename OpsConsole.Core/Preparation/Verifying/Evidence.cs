using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>One fact, and all that it says in a form that claims can be held against.</summary>
internal sealed class SaidFact
{
    public SaidFact(Fact fact)
    {
        Fact = fact;
        Text = $"{string.Join(' ', Scalars(fact.Value))} {fact.Display}";
        Squeezed = new SqueezedText($"{Text} {fact.Record?.Split('/', 3)[^1]} {fact.Label}");
        Days = [.. Scalars(fact.Value).SelectMany(DaysOf).Distinct()];
        Hours = [.. Scalars(fact.Value).SelectMany(HoursOf).Distinct()];
        var isNumber = Numeric(fact.Value).Any();
        Numbers = Days.Count > 0 ? [] : [.. WrittenNumber.All(fact.Display).Where(_ => isNumber).SelectMany(written => written.Readings.Take(1).Select(value => (value, written.Unit))),
            .. Numeric(fact.Value).Select(value => (value, (string?)null)), .. fact.Value is JsonArray list ? [((decimal)list.Count, (string?)null)] : Array.Empty<(decimal, string?)>()];
        LooseNumbers = isNumber || Days.Count > 0 ? [] : WrittenNumber.All(Text);
        State = IsState ? StateWords.StateOf(Scalars(fact.Value).FirstOrDefault() ?? "") : null;
    }

    public Fact Fact { get; }

    public int Number => Fact.Number;

    /// <summary>Its value as words.</summary>
    public string Text { get; }

    public SqueezedText Squeezed { get; }

    /// <summary>The number that it states, with its unit where it has one; of a list, how many it has.</summary>
    public IReadOnlyList<(decimal Value, string? Unit)> Numbers { get; }

    /// <summary>Numbers within its words, such as that of a house; they bear a number out and contradict none.</summary>
    public IReadOnlyList<WrittenNumber> LooseNumbers { get; }

    public IReadOnlyList<DateOnly> Days { get; }

    public IReadOnlyList<TimeOnly> Hours { get; }

    /// <summary>The state that it says something is in; null when it is about something else.</summary>
    public string? State { get; }

    public bool IsName => Fact.Attribute.EndsWith("name", StringComparison.OrdinalIgnoreCase);

    public bool IsMoney => Numbers.Any(number => number.Unit is not null and not "%");

    private bool IsState => Fact.Attribute.Split('.')[^1] is var last && (last.Contains("status", StringComparison.OrdinalIgnoreCase) || last.Contains("state", StringComparison.OrdinalIgnoreCase))
        && Fact.Value?.GetValueKind() == JsonValueKind.String;

    internal static IEnumerable<string> Scalars(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Scalars(member.Value)),
        JsonArray items => items.SelectMany(Scalars),
        JsonValue value => [value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()],
        _ => [],
    };

    private static IEnumerable<decimal> Numeric(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Numeric),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number
            && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => [number],
        _ => [],
    };

    /// <summary>Dates in records are written the international way.</summary>
    private static IEnumerable<DateOnly> DaysOf(string text) => text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", out var day) && (text.Length == 10 || text[10] is 'T' or ' ') ? [day] : [];

    private static IEnumerable<TimeOnly> HoursOf(string text) => DaysOf(text).Any() && text.Length >= 16 && TimeOnly.TryParseExact(text.AsSpan(11, 5), "HH:mm", out var hour) ? [hour] : [];
}

/// <summary>
/// What a text may rest on: the facts of the case first, then what the customer wrote and what is proposed. Only facts contradict.
/// </summary>
public sealed partial class Evidence
{
    private readonly SqueezedText _other;
    private readonly IReadOnlyList<WrittenNumber> _otherNumbers;
    private readonly IReadOnlyList<WrittenDate> _otherDays;
    private readonly HashSet<string> _words;

    /// <param name="facts">The facts of the case.</param>
    /// <param name="texts">What else it may rest on: the customer's messages, what is proposed with all its parameters, the house's own phrases and articles.</param>
    public Evidence(IReadOnlyList<Fact> facts, IEnumerable<string> texts)
    {
        Facts = [.. facts.OrderBy(fact => fact.Number).Select(fact => new SaidFact(fact))];
        var other = string.Join('\n', texts);
        _other = new SqueezedText(other);
        _otherNumbers = WrittenNumber.All(other);
        _otherDays = WrittenDate.All(other);
        _words = [.. Facts.SelectMany(fact => Words.Of($"{fact.Text} {fact.Fact.Label} {fact.Fact.Source}")).Concat(Words.Of(other))];
    }

    internal IReadOnlyList<SaidFact> Facts { get; }

    internal SaidFact? Find(int number) => Facts.FirstOrDefault(fact => fact.Number == number);

    internal bool Knows(string word) => _words.Contains(Words.Bare(word));

    /// <summary>Whether a word is a part of what somebody or something is called.</summary>
    internal bool IsOfAName(string word) => Facts.Any(fact => fact.IsName && Words.Of(fact.Text).Contains(Words.Bare(word)));

    internal bool IsSaidElsewhere(Claim claim) => claim switch
    {
        Claim.Number number => _otherNumbers.Any(known => known.Readings.Any(number.Written.Says) && (known.Unit is null || number.Written.Unit is null || known.Unit == number.Written.Unit)),
        Claim.Day day => _otherDays.Any(known => known.Readings.Intersect(day.Written.Readings).Any() || known.Readings.Any(reading => day.Written.Readings.Any(mine => (mine.Month, mine.Day) == (reading.Month, reading.Day) && (mine.Year is null || reading.Year is null)))),
        Claim.Hour hour => _other.Find($"{hour.Written:HHmm}") is not null || _other.Find(hour.Word) is not null,
        _ => _other.Find(claim.Word) is not null,
    };

    private static partial class Words
    {
        public static IEnumerable<string> Of(string text) => Word().Matches(text).Select(match => Bare(match.Value));

        /// <summary>Small letters, without the ending of a possessive.</summary>
        public static string Bare(string word)
        {
            var small = word.ToLowerInvariant().Replace('’', '\'');
            return small.EndsWith("'s", StringComparison.Ordinal) ? small[..^2] : small.TrimEnd('\'');
        }

        [GeneratedRegex(@"\p{L}[\p{L}'’-]*")]
        private static partial Regex Word();
    }
}
