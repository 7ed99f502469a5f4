using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Connectors;

/// <summary>One walk over a value beside its schema.</summary>
/// <param name="whole">What the value as a whole is called in a fault, such as <c>The parameters</c>.</param>
internal sealed class SchemaCheck(JsonObject root, string whole)
{
    private const int DeepestNesting = 64;
    private const int MostSteps = 100_000;
    private readonly StepCount _steps = new();

    private SchemaCheck(JsonObject root, string whole, StepCount steps)
        : this(root, whole) => _steps = steps;

    public List<string> Faults { get; } = [];

    public void Value(JsonNode? schema, JsonNode? value, string path, int depth)
    {
        if (schema is not JsonObject rules)
        {
            if (schema?.GetValueKind() == JsonValueKind.False)
            {
                Faults.Add($"{Subject(path)} is not allowed.");
            }

            return;
        }

        if (depth > DeepestNesting || ++_steps.Taken > MostSteps)
        {
            Faults.Add($"{Subject(path)} is nested too deeply to be checked.");
            return;
        }

        if (rules["$ref"] is { } reference)
        {
            Reference(reference, value, path, depth);
        }

        if (!TypeFits(rules, value, path) || value is null)
        {
            return;
        }

        Choices(rules, value, path);
        Combinations(rules, value, path, depth);
        switch (value)
        {
            case JsonObject members: Members(rules, members, path, depth); break;
            case JsonArray items: Items(rules, items, path, depth); break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String: Faults.AddRange(TextRules.Check(rules, text.GetValue<string>(), Subject(path))); break;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number: Number(rules, number, path); break;
        }
    }

    private void Reference(JsonNode reference, JsonNode? value, string path, int depth)
    {
        if (Resolve(reference) is { } target)
        {
            Value(target, value, path, depth + 1);
        }
        else
        {
            Faults.Add($"{Subject(path)} cannot be checked: its schema refers to {reference}, which is not there.");
        }
    }

    private JsonNode? Resolve(JsonNode reference)
    {
        if (reference.GetValueKind() != JsonValueKind.String || reference.GetValue<string>() is not ['#', .. var pointer])
        {
            return null;
        }

        JsonNode? node = root;
        foreach (var step in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = (node as JsonObject)?[Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        }

        return node;
    }

    private bool TypeFits(JsonObject rules, JsonNode? value, string path)
    {
        var nullable = rules["nullable"] is JsonValue flag && flag.GetValueKind() == JsonValueKind.True;
        string[] types = rules["type"] switch
        {
            JsonArray several => [.. several.Select(type => type?.ToString() ?? "null")],
            JsonValue one => [one.ToString()],
            _ => [],
        };
        if (types.Length == 0 || types.Any(type => Fits(type, value)) || (value is null && nullable))
        {
            return true;
        }

        Faults.Add(value is null ? $"{Subject(path)} must not be empty." : $"{Subject(path)} must be {string.Join(" or ", types.Select(Name))}.");
        return false;
    }

    private static bool Fits(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
        ("integer", JsonValueKind.Number) => IsWhole(value!),
        _ => false,
    };

    private static bool IsWhole(JsonNode value) =>
        decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number);

    private static string Name(string type) => type switch
    {
        "string" => "a text",
        "number" => "a number",
        "integer" => "a whole number",
        "boolean" => "true or false",
        "object" => "an object",
        "array" => "a list",
        _ => type,
    };

    private void Choices(JsonObject rules, JsonNode value, string path)
    {
        if (rules["enum"] is JsonArray allowed && !allowed.Any(choice => Same(choice, value)))
        {
            Faults.Add($"{Subject(path)} must be one of {string.Join(", ", allowed.Select(choice => choice?.ToString() ?? "empty"))}.");
        }

        if (rules.TryGetPropertyValue("const", out var only) && !Same(only, value))
        {
            Faults.Add($"{Subject(path)} must be {only?.ToString() ?? "empty"}.");
        }
    }

    private void Combinations(JsonObject rules, JsonNode value, string path, int depth)
    {
        foreach (var part in rules["allOf"] as JsonArray ?? [])
        {
            Value(part, value, path, depth + 1);
        }

        if (rules["anyOf"] is JsonArray any && Fitting(any, value, depth) == 0)
        {
            Faults.Add($"{Subject(path)} fits none of its allowed forms.");
        }

        if (rules["oneOf"] is JsonArray one && Fitting(one, value, depth) is var fitting and not 1)
        {
            Faults.Add(fitting == 0 ? $"{Subject(path)} fits none of its allowed forms." : $"{Subject(path)} fits more than one of its forms, and only one is allowed.");
        }
    }

    private int Fitting(JsonArray forms, JsonNode value, int depth) => forms.Count(form =>
    {
        var attempt = new SchemaCheck(root, whole, _steps);
        attempt.Value(form, value, "", depth + 1);
        return attempt.Faults.Count == 0;
    });

    private void Members(JsonObject rules, JsonObject members, string path, int depth)
    {
        foreach (var name in (rules["required"] as JsonArray ?? []).Select(name => name?.ToString() ?? "").Where(name => !members.ContainsKey(name)))
        {
            Faults.Add($"{Join(path, name)} is missing.");
        }

        var known = rules["properties"] as JsonObject;
        foreach (var (name, value) in members)
        {
            if (known?.TryGetPropertyValue(name, out var rule) == true)
            {
                Value(rule, value, Join(path, name), depth + 1);
            }
            else if (rules["additionalProperties"] is { } others)
            {
                Value(others, value, Join(path, name), depth + 1);
            }
        }
    }

    private void Items(JsonObject rules, JsonArray items, string path, int depth)
    {
        if (ReadLimit(rules, "minItems") is { } least && items.Count < least)
        {
            Faults.Add($"{Subject(path)} must have at least {least} item{(least == 1 ? "" : "s")}.");
        }

        if (ReadLimit(rules, "maxItems") is { } most && items.Count > most)
        {
            Faults.Add($"{Subject(path)} must have at most {most} item{(most == 1 ? "" : "s")}.");
        }

        for (var index = 0; index < items.Count && rules["items"] is { } rule; index++)
        {
            Value(rule, items[index], $"{path}[{index}]", depth + 1);
        }
    }

    private void Number(JsonObject rules, JsonValue value, string path)
    {
        if (!decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            Faults.Add($"{Subject(path)} is a number too large to be checked.");
            return;
        }

        Bound("minimum", limit => number >= limit, "at least");
        Bound("maximum", limit => number <= limit, "at most");
        Bound("exclusiveMinimum", limit => number > limit, "more than");
        Bound("exclusiveMaximum", limit => number < limit, "less than");

        void Bound(string rule, Func<decimal, bool> holds, string words)
        {
            if (ReadLimit(rules, rule) is { } limit && !holds(limit))
            {
                Faults.Add($"{Subject(path)} must be {words} {limit.ToString(CultureInfo.InvariantCulture)}.");
            }
        }
    }

    internal static decimal? ReadLimit(JsonObject rules, string name) =>
        rules[name] is JsonValue value && decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) ? limit : null;

    /// <summary>By meaning: 10 and 10.0 are one number.</summary>
    private static bool Same(JsonNode? left, JsonNode? right) => CanonicalJson.Write(left) == CanonicalJson.Write(right);

    private string Subject(string path) => path.Length == 0 ? whole : path;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>Shared by the attempts of one walk, since a schema that refers to itself in two places doubles the work at each level.</summary>
    private sealed class StepCount
    {
        public int Taken { get; set; }
    }
}
