using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>A suggestion as a policy of one row, with a test, ready to be replayed, changed and reviewed.</summary>
internal static class SuggestedPolicy
{
    public static PolicyDocument Of(Suggestion suggestion, string owner)
    {
        var tests = suggestion.Tests;
        var isDenial = suggestion.Removed >= 0.9 * suggestion.Matched;
        var rule = new DocumentRule(
            "L1",
            [.. tests.Select(test => test.Cell)],
            isDenial ? "deny" : "require-approval",
            isDenial ? "" : "supervisor",
            1,
            NoSelfApproval: false,
            Blind: false,
            "",
            [],
            [],
            $"Where {Escaped(string.Join(" and ", tests.Select(test => test.Words)))}, people overruled this {suggestion.Removed} of {suggestion.Matched} times.",
            "");
        var example = new PolicyTest("What it was suggested for", Example(tests).ToJsonString(), rule.Verdict, rule.Approver, [rule.Id]);
        return new PolicyDocument(
            $"learnt-{suggestion.Number}",
            $"Learnt from rejections ({suggestion.Number})",
            owner,
            $"Suggestion {suggestion.Number}",
            [suggestion.ActionTypeId],
            [],
            null,
            null,
            null,
            [],
            [.. tests.Select((test, index) => new DocumentInput($"{Name(test)}{(index > 0 && Name(tests[0]) == Name(test) ? " too" : "")}", test.Expression))],
            [rule],
            [example]);
    }

    private static string Name(FieldTest test) => test.Path.Replace("count(", "number of ", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Replace('.', ' ').Replace('_', ' ');

    /// <summary>Braces would be FEEL.</summary>
    private static string Escaped(string text) => text.Replace('{', '(').Replace('}', ')');

    /// <summary>The smallest input that the row meets.</summary>
    private static JsonObject Example(IReadOnlyList<FieldTest> tests)
    {
        var input = new JsonObject { ["action"] = new JsonObject { ["amount"] = 1, ["currency"] = "EUR" } };
        foreach (var group in tests.GroupBy(test => test.Path, StringComparer.Ordinal))
        {
            var path = group.Key.StartsWith("count(", StringComparison.Ordinal) ? group.Key[6..^1] : group.Key;
            var parts = path.Split('.');
            var holder = input;
            foreach (var part in parts[..^1])
            {
                holder = holder[part] as JsonObject ?? (JsonObject)(holder[part] = new JsonObject())!;
            }

            holder[parts[^1]] = Value(group.Last(), path != group.Key);
        }

        return input;
    }

    private static JsonNode? Value(FieldTest test, bool isCount)
    {
        if (test.Operator is FieldOperator.Above or FieldOperator.AtMost)
        {
            var number = decimal.Parse(test.Value, CultureInfo.InvariantCulture) + (test.Operator == FieldOperator.Above ? 1 : 0);
            return isCount ? new JsonArray([.. Enumerable.Range(0, (int)Math.Clamp(number, 0, 100)).Select(_ => JsonValue.Create("x"))]) : JsonValue.Create(number);
        }

        return test.Operator switch
        {
            FieldOperator.IsNull => null,
            FieldOperator.Holds => new JsonArray(JsonNode.Parse(test.Value)),
            _ => JsonNode.Parse(test.Value),
        };
    }
}
