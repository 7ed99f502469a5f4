using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>
/// The fields of what was judged, by their path: numbers, truths, texts and nulls, lists of texts, and how many a list has. What names one
/// case, record or person is left out: a rule about one customer is no rule.
/// </summary>
internal sealed partial class DecisionFields
{
    private const int Deepest = 4;
    private const int Most = 300;

    /// <summary>What makes it this action of this case; a condition on it says nothing.</summary>
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "action.id", "action.system", "action.operation", "action.reversibility", "case.number", "case.customer", "case.scope", "proposer",
    };

    public Dictionary<string, decimal> Numbers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Nulls { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, HashSet<string>> Lists { get; } = new(StringComparer.Ordinal);

    public static DecisionFields Of(JsonObject input)
    {
        var fields = new DecisionFields();
        fields.Add("", input, 0);
        return fields;
    }

    public bool Meets(FieldTest test) => test.Operator switch
    {
        FieldOperator.Is => Texts.GetValueOrDefault(test.Path) == test.Value,
        FieldOperator.IsNull => Nulls.Contains(test.Path),
        FieldOperator.Above => Numbers.TryGetValue(test.Path, out var number) && number > decimal.Parse(test.Value, System.Globalization.CultureInfo.InvariantCulture),
        FieldOperator.AtMost => Numbers.TryGetValue(test.Path, out var number) && number <= decimal.Parse(test.Value, System.Globalization.CultureInfo.InvariantCulture),
        _ => Lists.TryGetValue(test.Path, out var items) && items.Contains(test.Value),
    };

    private void Add(string path, JsonNode? node, int depth)
    {
        if (Numbers.Count + Texts.Count + Nulls.Count > Most || Fixed.Contains(path))
        {
            return;
        }

        switch (node)
        {
            case JsonObject members when depth < Deepest:
                foreach (var (name, value) in members.Where(member => IsName(member.Key)))
                {
                    Add(path.Length == 0 ? name : $"{path}.{name}", value, depth + 1);
                }

                break;
            case JsonArray items:
                Numbers[$"count({path})"] = items.Count;
                Lists[path] = [.. items.OfType<JsonValue>().Where(item => item.GetValueKind() == JsonValueKind.String).Select(item => FieldTest.Text(item.GetValue<string>()))];
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number):
                Numbers[path] = number;
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Texts[path] = FieldTest.Text(value.GetValue<string>());
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                Texts[path] = value.ToJsonString();
                break;
            case null:
                Nulls.Add(path);
                break;
        }
    }

    /// <summary>A name that FEEL reads as one, and that names no single thing.</summary>
    private static bool IsName(string name) => Plain().IsMatch(name) && name is not ("id" or "name" or "email" or "phone") && !name.EndsWith("_id", StringComparison.Ordinal)
        && !name.EndsWith("_ids", StringComparison.Ordinal) && !Keywords.Contains(name);

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "function", "instance", "of", "true", "false", "null", "date", "time",
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex Plain();
}
