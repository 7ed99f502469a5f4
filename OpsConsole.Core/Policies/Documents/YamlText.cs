using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>Values as YAML on one line: plain where that is safe, in single quotes where it reads well, else in double quotes with escapes.</summary>
internal static partial class YamlText
{
    public static string Of(string text) =>
        Plain().IsMatch(text) && !Taken().IsMatch(text) ? text
        : text.All(IsPrintable) ? Quoted(text)
        : Escaped(text);

    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    /// <summary>A JSON object as a YAML map where that gives the same back, else as a text that holds it.</summary>
    public static string Json(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject node && IsPlain(node) ? Map(node) : Of(json);
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return Of(json);
        }
    }

    /// <summary>Whether every number in it is one that a YAML file holds exactly; an exponent is none.</summary>
    private static bool IsPlain(JsonNode? node) => node switch
    {
        JsonObject map => map.All(member => IsPlain(member.Value)),
        JsonArray list => list.All(IsPlain),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number =>
            decimal.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == value.ToJsonString(),
        _ => true,
    };

    private static string Map(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject { Count: 0 } => "{}",
        JsonObject map => $"{{ {string.Join(", ", map.Select(member => $"{Of(member.Key)}: {Map(member.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Map))}]",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Of(value.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    /// <summary>Single quotes double themselves. A text that has many of them reads better in double quotes.</summary>
    private static string Quoted(string text) =>
        text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal)
            ? $"\"{text}\""
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Half a surrogate pair is no character in YAML; it becomes the one that stands for what cannot be read.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append("\\t"),
                '\r' => escaped.Append("\\r"),
                > 0xffff => escaped.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
                var value when !IsPrintable((char)value) => escaped.Append(CultureInfo.InvariantCulture, $"\\u{value:x4}"),
                _ => escaped.Append(rune),
            };
        }

        return escaped.Append('"').ToString();
    }

    private static bool IsPrintable(char letter) =>
        letter is >= ' ' and <= '~' or >= '\u00a1' and < '\u2000' or >= '\u2010' and < '\u2028' or >= '\u2030' and < '\ud800';

    [GeneratedRegex(@"^[A-Za-z](?:[A-Za-z0-9 ._/()+<>=€-]*[A-Za-z0-9.()€])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:true|false|null|yes|no|on|off|y|n)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Taken();
}
