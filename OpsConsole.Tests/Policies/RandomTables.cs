using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;

namespace OpsConsole.Tests.Policies;

/// <summary>Tables, cells and inputs made at random from few values, so that boundaries, repetitions, nulls and wrong types meet often.</summary>
internal sealed class RandomTables(int seed)
{
    public const string ActionType = "shop.refund";

    private static readonly string[] Segments = ["standard", "vip", "business", "", "a b"];
    private static readonly string[] Flags = ["watch", "fraud hold", "new"];
    private static readonly string[] Days = ["2026-01-01", "2026-01-02", "2026-03-01", "2026-12-31"];

    private readonly Random _random = new(seed);

    /// <summary>A policy with columns of all kinds.</summary>
    /// <param name="closed">Only cells that are sets of values: no list, no reference, no function.</param>
    public Policy Policy(string id, int rows, bool closed = false)
    {
        List<(string Name, string Expression, Func<string> Cell)> columns =
        [
            ("amount", "action.amount", NumberCell),
            ("segment", "customer.segment", TextCell),
            ("first", "customer.first", BooleanCell),
            ("bought", "if order.bought = null then null else date(order.bought)", DateCell),
            ("double", "action.amount * 2", NumberCell),
        ];
        if (!closed)
        {
            columns.Add(("flags", "customer.flags", FlagsCell));
            columns.Add(("limit", "action.amount", () => Pick("<= customer.limit", "> customer.limit", "? > 10 and ? < customer.limit", "-")));
        }

        var used = columns.Where(_ => _random.Next(3) > 0).DefaultIfEmpty(columns[0]).ToList();
        var text = new StringBuilder($"id: {id}\ntitle: {id}\nowner: Desk\nsource: {id}.md\ngoverns: {{ action-types: [{ActionType}] }}\ninputs:\n");
        used.ForEach(column => text.AppendLine(CultureInfo.InvariantCulture, $"  - {{ name: {column.Name}, expression: '{column.Expression}' }}"));
        text.AppendLine("rules:");
        for (var row = 0; row < rows; row++)
        {
            var cells = string.Join(", ", used.Select(column => $"{column.Name}: {Quoted(_random.Next(3) == 0 ? "-" : column.Cell())}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{ id: R{row}, when: {{ {cells} }}, {Demand()}, reason: \"{{action.amount}} for row {row}\" }}");
        }

        var errors = new List<ConfigError>();
        return PolicyReader.Read($"{id}.yaml", text.ToString(), 1, errors) ?? throw new InvalidOperationException($"{errors[0]}\n{text}");
    }

    public JsonObject Input()
    {
        var input = new JsonObject
        {
            ["action"] = new JsonObject { ["id"] = ActionType, ["amount"] = Often(Number()) },
            ["customer"] = new JsonObject
            {
                ["segment"] = Often(Pick(Segments)),
                ["first"] = Often(_random.Next(2) == 0),
                ["limit"] = Often(Number()),
                ["flags"] = _random.Next(8) == 0 ? null : new JsonArray([.. Flags.Where(_ => _random.Next(3) == 0).Select(flag => Often(flag))]),
            },
            ["order"] = new JsonObject { ["bought"] = _random.Next(8) == 0 ? null : JsonValue.Create(Pick(Days)) },
        };
        if (_random.Next(12) == 0)
        {
            input.Remove(Pick("customer", "order"));
        }

        if (_random.Next(25) == 0)
        {
            input["date"] = "hides the function";
        }

        return input;
    }

    public string AnyCell() => _random.Next(6) switch
    {
        0 => NumberCell(),
        1 => TextCell(),
        2 => BooleanCell(),
        3 => DateCell(),
        4 => Pick("duration(\"P1D\")", "> duration(\"PT5H\")", "[duration(\"P1Y\")..duration(\"P2Y\")]", "< time(\"10:00:00\")", ">= time(\"10:00:00Z\")", "> date and time(\"2026-01-01T10:00:00\")", "= date and time(\"2026-01-01T10:00:00+02:00\")"),
        _ => Pick("? > 5 and ? <= 25", "? = null or ? > 10", "not(? between 5 and 100)", "? in (5, 10, [20..25))", "? instance of number", "? instance of string", "?", "? != \"vip\"", "if ? = null then true else ? > 5", "[\"vip\", \"business\"]", "1, \"vip\", null, true", "not(1, \"vip\", null)", "> \"standard\"", "[\"a\"..\"c\")", "10 + 5", "-5", "5, duration(\"P1D\"), date(\"2026-01-02\")"),
    };

    public T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    public decimal Number() => Pick(0m, 5m, 10m, 25m, 25.01m, 24.99m, 50m, 100m, -5m, 1000m, _random.Next(-20, 2000) / 10m);

    private static string Quoted(string cell) => $"'{cell.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The value; once in a while none, or one of another type.</summary>
    private JsonValue? Often<T>(T value) => _random.Next(14) switch
    {
        0 => null,
        1 => JsonValue.Create("vip"),
        2 => JsonValue.Create(25),
        3 => JsonValue.Create(true),
        _ => JsonValue.Create(value),
    };

    private string Demand() => _random.Next(4) switch
    {
        0 => "verdict: allow",
        1 => "verdict: require-approval, approver: agent",
        2 => Pick("verdict: require-approval, approver: supervisor", "verdict: require-approval, approver: supervisor, quorum: 2, expires: PT4H", "verdict: require-approval, approver: agent, no-self-approval: true"),
        _ => "verdict: deny",
    };

    private string NumberCell()
    {
        var (one, other) = (Text(Number()), Text(Number()));
        return Pick($"< {one}", $"<= {one}", $"> {one}", $">= {one}", one, $"[{one}..{other}]", $"({one}..{other})", $"[{one}..{other})", $"({one}..{other}]", $"not({one})", $"not([{one}..{other}])", $"{one}, > {other}", "null", "not(null)", $"!= {one}");
    }

    private string TextCell()
    {
        var (one, other) = (Pick(Segments), Pick(Segments));
        return Pick($"\"{one}\"", $"\"{one}\", \"{other}\"", $"not(\"{one}\")", $"not(\"{one}\", \"{other}\")", "null", "not(null)", $"not(null, \"{one}\")", $"!= \"{one}\"");
    }

    private string BooleanCell() => Pick("true", "false", "not(true)", "null", "not(null)", "true, false");

    private string DateCell()
    {
        var (one, other) = (Pick(Days), Pick(Days));
        return Pick($"< date(\"{one}\")", $">= date(\"{one}\")", $"date(\"{one}\")", $"[date(\"{one}\")..date(\"{other}\"))", "null", $"not(date(\"{one}\"))");
    }

    private string FlagsCell()
    {
        var flag = Pick(Flags);
        return Pick($"list contains(?, \"{flag}\")", $"not(list contains(?, \"{flag}\"))", $"count(?) > 1", "null", "not(null)");
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
