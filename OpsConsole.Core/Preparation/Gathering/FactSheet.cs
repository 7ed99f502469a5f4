using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Slots;

namespace OpsConsole.Core.Preparation.Gathering;

/// <summary>Makes numbered facts of what was read and of what the message claims. A fact keeps its numeral from one run to the next.</summary>
public sealed class FactSheet(Guid caseId, PackMap map, TimeProvider clock)
{
    public const string FromMessage = "message";

    private static readonly string[] MomentForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public IReadOnlyList<Fact> Make(CaseRecords records, IReadOnlyList<LookUpClue> clues, IReadOnlyList<Fact> earlier)
    {
        var numbers = earlier.ToDictionary(fact => (fact.Attribute, fact.Source, fact.Record), fact => fact.Number);
        var next = earlier.Select(fact => fact.Number).DefaultIfEmpty().Max();
        var facts = new List<Fact>();
        foreach (var claim in records.All.SelectMany(Claims).Concat(Claims(clues, records)))
        {
            if (facts.Any(fact => (fact.Attribute, fact.Source, fact.Record) == (claim.Attribute, claim.Source, claim.Record)))
            {
                continue;
            }

            var number = numbers.TryGetValue((claim.Attribute, claim.Source, claim.Record), out var known) ? known : ++next;
            facts.Add(new Fact
            {
                Id = Ids.New(clock),
                CaseId = caseId,
                Number = number,
                Attribute = claim.Attribute,
                Label = claim.Label,
                ValueJson = CanonicalJson.Write(claim.Value),
                Display = claim.Display,
                Source = claim.Source,
                Record = claim.Record,
                RecordVersion = claim.Version,
                ObservedAt = claim.At,
                IsAuthority = map.IsAuthority(claim.Source, claim.Attribute),
            });
        }

        return [.. facts.OrderBy(fact => fact.Number)];
    }

    private static IEnumerable<Claim> Claims(GatheredRecord record)
    {
        foreach (var declared in record.Entity.Facts)
        {
            var values = JsonPath.All(record.Record.Body, declared.Value);
            if (values.Count == 0)
            {
                continue;
            }

            var value = values.Count == 1 ? values[0].DeepClone() : new JsonArray([.. values.Select(each => each.DeepClone())]);
            var currency = declared.Currency is null ? null : JsonPath.Text(JsonPath.First(record.Record.Body, declared.Currency));
            yield return new Claim(
                $"{record.Entity.Id}.{declared.Attribute}", $"{record.Entity.Name} {record.Id} · {declared.Label}", value,
                string.Join(", ", values.Select(each => Show(each, currency ?? (declared.Currency is { Length: 3 } code ? code : null)))),
                record.Record.Ref.System, record.Record.Ref.ToString(), record.Record.Version, record.Record.ObservedAt);
        }
    }

    private IEnumerable<Claim> Claims(IReadOnlyList<LookUpClue> clues, CaseRecords records) =>
        from clue in clues
        where clue.Identifier.Entity == records.CustomerEntity
        from pair in clue.Groups
        select new Claim(
            $"{clue.Identifier.Entity}.{pair.Key}", $"{clue.Identifier.Name} ({pair.Key.Replace('_', ' ')})", JsonValue.Create(pair.Value), pair.Value,
            FromMessage, null, null, clock.GetUtcNow());

    private static string Show(JsonNode value, string? currency) => value.GetValueKind() switch
    {
        JsonValueKind.Number when currency is not null => $"{decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture)} {(currency == "EUR" ? "€" : currency)}",
        JsonValueKind.Object => string.Join(", ", value.AsObject().Select(member => JsonPath.Text(member.Value)).Where(text => text.Length > 0)),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.String when IsMoment(value, out var at) => at.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture),
        _ => JsonPath.Text(value),
    };

    /// <summary>Such as <c>2026-11-21T07:38:05Z</c>; a mere date stays as it is.</summary>
    private static bool IsMoment(JsonNode value, out DateTimeOffset at) =>
        DateTimeOffset.TryParseExact(JsonPath.Text(value), MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out at);

    private sealed record Claim(string Attribute, string Label, JsonNode Value, string Display, string Source, string? Record, string? Version, DateTimeOffset At);
}
