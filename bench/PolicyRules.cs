using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;

namespace OpsConsole.Bench;

/// <summary>
/// A refund policy as a large shop would have it: for each country, segment and kind of goods bands of amounts, a window of days and a list of
/// flags. A larger policy has more such groups, so that about as many rows fire for one request whatever the size. The same rows are told in
/// Cedar: an allowing row permits, any other forbids, amounts are cents.
/// </summary>
internal sealed class PolicyRules
{
    public const string ActionType = "shop.refund_payment";

    private const int RowsOfAGroup = 5;

    private static readonly string[] Countries = ["DE", "AT", "CH", "FR", "IT", "ES", "PT", "NL", "BE", "LU", "DK", "SE", "NO", "FI", "PL", "CZ", "SK", "HU", "RO", "BG", "GR", "HR", "SI", "EE", "LV", "LT", "IE", "GB", "US", "CA", "AU", "NZ", "IS", "MT"];
    private static readonly string[] Segments = ["standard", "vip", "business", "staff", "partner", "new"];
    private static readonly string[] Goods = ["apparel", "shoes", "toys", "kitchen", "garden", "sports", "books", "beauty", "office", "outdoor"];
    private static readonly string[] Flags = ["fraud hold", "chargeback", "legal case", "deceased"];

    private readonly Random _random;
    private readonly List<(string Country, string Segment, string Goods)> _groups;
    private readonly StringBuilder _yaml = new();
    private readonly Dictionary<string, string> _cedar = [];

    public PolicyRules(int count, int seed)
    {
        Count = count;
        _random = new Random(seed);
        _groups = [.. (from goods in Goods from segment in Segments from country in Countries select (country, segment, goods)).Take((count + RowsOfAGroup - 1) / RowsOfAGroup)];
        WriteHead();
        for (var row = 0; row < count; row++)
        {
            WriteRow(row, _groups[row / RowsOfAGroup]);
        }

        var errors = new List<ConfigError>();
        var policy = PolicyReader.Read("refunds.yaml", _yaml.ToString(), 1, errors) ?? throw new InvalidOperationException(errors[0].ToString());
        Set = new PolicySet([policy], []);
    }

    public int Count { get; }

    public PolicySet Set { get; }

    /// <summary>The rows in Cedar, by their names.</summary>
    public IReadOnlyDictionary<string, string> Cedar => _cedar;

    /// <summary>One request; amounts often lie at the ends of bands.</summary>
    public PolicyRequest Request()
    {
        var group = _groups[_random.Next(_groups.Count)];
        var cents = _random.Next(4) == 0 ? 2_500 * _random.Next(1, 40) : _random.Next(1, 100_000);
        string[] flags = [.. Flags.Where(_ => _random.Next(12) == 0)];
        return new PolicyRequest(cents, _random.Next(20) == 0 ? "JP" : group.Country, group.Segment, group.Goods, _random.Next(0, 60), flags);
    }

    private static string Money(int cents) => (cents / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    private void WriteHead() => _yaml.Append(CultureInfo.InvariantCulture, $"""
        id: refunds
        title: Refunds
        owner: Customer care
        source: Refund handbook
        governs: {"{"} action-types: [{ActionType}] {"}"}
        inputs:
          - {"{"} name: amount, expression: action.amount {"}"}
          - {"{"} name: country, expression: customer.country {"}"}
          - {"{"} name: segment, expression: customer.segment {"}"}
          - {"{"} name: goods, expression: order.goods {"}"}
          - {"{"} name: days, expression: order.days {"}"}
          - {"{"} name: flags, expression: customer.flags {"}"}
        rules:

        """);

    /// <summary>Three bands of amounts that follow on one another, a window of days, a flag.</summary>
    private void WriteRow(int row, (string Country, string Segment, string Goods) group)
    {
        var band = row % RowsOfAGroup;
        var first = 2_500 * (1 + (row / RowsOfAGroup % 5));
        int[] ends = [first, 8 * first];
        var flag = Flags[_random.Next(Flags.Length)];
        var window = 14 + _random.Next(30);
        var (cell, condition, demand) = band switch
        {
            0 => ($"amount: '<= {Money(ends[0])}'", $"context.amount <= {ends[0]}", "verdict: allow"),
            1 => ($"amount: '({Money(ends[0])}..{Money(ends[1])}]'", $"context.amount > {ends[0]} && context.amount <= {ends[1]}", "verdict: require-approval, approver: agent"),
            2 => ($"amount: '> {Money(ends[1])}'", $"context.amount > {ends[1]}", "verdict: require-approval, approver: supervisor, quorum: 2, no-self-approval: true, expires: PT8H"),
            3 => ($"days: '> {window}'", $"context.days > {window}", "verdict: require-approval, approver: supervisor"),
            _ => ($"flags: 'list contains(?, \"{flag}\")'", $"context.flags.contains(\"{flag}\")", "verdict: deny"),
        };
        _yaml.AppendLine(CultureInfo.InvariantCulture, $"  - {{ id: R{row}, when: {{ country: '\"{group.Country}\"', segment: '\"{group.Segment}\"', goods: '\"{group.Goods}\"', {cell} }}, {demand}, reason: \"{{format money(action.amount, action.currency)}} of {{order.goods}} to {{customer.country}}.\", cites: FIN §{row} }}");
        _cedar[$"R{row}"] = $"{(band == 0 ? "permit" : "forbid")}(principal, action, resource) when {{ context.country == \"{group.Country}\" && context.segment == \"{group.Segment}\" && context.goods == \"{group.Goods}\" && {condition} }};";
    }
}

/// <summary>What one decision is about.</summary>
internal sealed record PolicyRequest(int Cents, string Country, string Segment, string Goods, int Days, IReadOnlyList<string> Flags)
{
    public JsonObject Input() => new()
    {
        ["action"] = new JsonObject { ["id"] = PolicyRules.ActionType, ["amount"] = Cents / 100m, ["currency"] = "EUR" },
        ["customer"] = new JsonObject { ["country"] = Country, ["segment"] = Segment, ["flags"] = Texts() },
        ["order"] = new JsonObject { ["goods"] = Goods, ["days"] = Days },
    };

    /// <summary>The same as Cedar's context.</summary>
    public JsonObject Context() => new()
    {
        ["amount"] = Cents,
        ["country"] = Country,
        ["segment"] = Segment,
        ["goods"] = Goods,
        ["days"] = Days,
        ["flags"] = Texts(),
    };

    private JsonArray Texts() => new([.. Flags.Select(flag => JsonValue.Create(flag))]);
}
