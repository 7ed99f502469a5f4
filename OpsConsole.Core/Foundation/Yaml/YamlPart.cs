using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OpsConsole.Core.Foundation.Yaml;

/// <summary>A node of a configuration file that knows its line. Each method that finds a fault tells it to the file and answers with a harmless value.</summary>
public sealed class YamlPart
{
    private readonly YamlFile _file;
    private readonly YamlNode _node;

    internal YamlPart(YamlFile file, YamlNode node)
    {
        _file = file;
        _node = node;
    }

    public string File => _file.Name;

    public int Line => (int)_node.Start.Line;

    /// <summary>The scalar's text, or null when this is a list or a map.</summary>
    public string? Text => (_node as YamlScalarNode)?.Value;

    public bool IsMap => _node is YamlMappingNode;

    public void Error(string message) => _file.Error(_node, message);

    /// <summary>The members of a map in their order.</summary>
    public IEnumerable<(string Name, YamlPart Value)> Members()
    {
        if (_node is not YamlMappingNode map)
        {
            Error("expected a map of names and values");
            yield break;
        }

        foreach (var (key, value) in map.Children)
        {
            yield return (((YamlScalarNode)key).Value ?? "", new YamlPart(_file, value));
        }
    }

    public IEnumerable<YamlPart> Items()
    {
        if (_node is not YamlSequenceNode list)
        {
            Error("expected a list");
            return [];
        }

        return list.Children.Select(item => new YamlPart(_file, item));
    }

    public YamlPart? Find(string name) =>
        _node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var value) ? new YamlPart(_file, value) : null;

    /// <summary>The items of the list under <paramref name="name"/>; none when it is not there.</summary>
    public IEnumerable<YamlPart> List(string name) => Find(name)?.Items() ?? [];

    /// <summary>A text that must be there; empty, with an error told, when it is not.</summary>
    public string Required(string name)
    {
        var value = Find(name)?.Text;
        if (string.IsNullOrWhiteSpace(value))
        {
            Error($"'{name}' is missing");
            return "";
        }

        return value;
    }

    public string? Optional(string name) => Find(name)?.Text;

    public int Number(string name, int otherwise)
    {
        var part = Find(name);
        if (part is null)
        {
            return otherwise;
        }

        if (int.TryParse(part.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        part.Error($"'{name}' must be a whole number, not '{part.Text}'");
        return otherwise;
    }

    public bool Flag(string name, bool otherwise = false)
    {
        var part = Find(name);
        switch (part?.Text)
        {
            case null: return otherwise;
            case "true": return true;
            case "false": return false;
            default:
                part.Error($"'{name}' must be true or false, not '{part.Text}'");
                return otherwise;
        }
    }

    /// <summary>One of an enumeration's members, written in kebab case: <c>native-key</c> for <c>NativeKey</c>.</summary>
    public TEnum Choice<TEnum>(string name, TEnum otherwise)
        where TEnum : struct, Enum
    {
        var part = Find(name);
        if (part is null)
        {
            return otherwise;
        }

        if (Enum.TryParse<TEnum>(part.Text?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        part.Error($"'{name}' must be one of {string.Join(", ", Enum.GetNames<TEnum>().Select(Kebab))}, not '{part.Text}'");
        return otherwise;
    }

    /// <summary>Refuses members that no reader asks for, so that a misspelt name is not silently without effect.</summary>
    public void AllowOnly(params IReadOnlyCollection<string> names)
    {
        foreach (var (name, value) in Members())
        {
            if (!names.Contains(name))
            {
                value.Error($"'{name}' is not known here; known are {string.Join(", ", names)}");
            }
        }
    }

    /// <summary>The same value as JSON; plain scalars become numbers, booleans and null by the YAML 1.2 core schema.</summary>
    public JsonNode? ToJson() => ToJson(_node);

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child =>
            KeyValuePair.Create(((YamlScalarNode)child.Key).Value ?? "", ToJson(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
