using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using OpsConsole.Core.Foundation.Feel.BuiltIns;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Bench.Tck;

/// <summary>Values as test files write them: <c>value</c> with an XML Schema type, <c>list</c> of <c>item</c>, or <c>component</c>s by name.</summary>
internal static class KitValues
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>What is inside an <c>inputNode</c>, <c>expected</c>, <c>item</c> or <c>component</c>.</summary>
    public static FeelValue Read(XElement holder)
    {
        if (IsNil(holder))
        {
            return FeelValue.Null.Instance;
        }

        if (Child(holder, "value") is { } value)
        {
            return Scalar(value);
        }

        if (Child(holder, "list") is { } list)
        {
            return IsNil(list) ? FeelValue.Null.Instance : new FeelValue.List([.. Children(list, "item").Select(Read)]);
        }

        var components = Children(holder, "component").ToList();
        return components.Count == 0
            ? FeelValue.Null.Instance
            : new FeelValue.Context(FeelMembers.Of(components.Select(component => KeyValuePair.Create(component.Attribute("name")?.Value ?? "", Read(component)))));
    }

    public static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    public static XElement? Child(XElement element, string name) => Children(element, name).FirstOrDefault();

    private static bool IsNil(XElement element) => element.Attribute(Instance + "nil")?.Value is "true" or "1";

    private static FeelValue Scalar(XElement value)
    {
        if (IsNil(value))
        {
            return FeelValue.Null.Instance;
        }

        var type = value.Attribute(Instance + "type")?.Value ?? "string";
        var text = value.Value;
        return type[(type.IndexOf(':', StringComparison.Ordinal) + 1)..] switch
        {
            "string" or "anySimpleType" or "anyType" => new FeelValue.Text(text),
            "boolean" => FeelValue.Boolean.Of(text.Trim() is "true" or "1"),
            "date" => Built("date", text.Trim()),
            "time" => Built("time", text.Trim()),
            "dateTime" => Built("date and time", text.Trim()),
            "duration" or "dayTimeDuration" or "yearMonthDuration" => Built("duration", text.Trim()),
            "decimal" or "double" or "float" or "integer" or "int" or "long" or "short" => Number(text.Trim()),
            _ => throw new FormatException($"the type {type} of a value is not known"),
        };
    }

    private static FeelValue Built(string function, string text)
    {
        var run = new FeelRun();
        return run.Call(BuiltInFunctions.Find(function)!, [new FeelValue.Text(text)]) is { } value and not FeelValue.Null
            ? value
            : throw new FormatException($"'{text}' is no {function}: {string.Join("; ", run.Problems)}");
    }

    /// <summary>As JSON writes it: no plus sign, a digit before the point, no zeros before that.</summary>
    private static FeelValue Number(string text)
    {
        var negative = text.StartsWith('-');
        var digits = text.TrimStart('+', '-').TrimStart('0');
        digits = digits.Length == 0 || !char.IsAsciiDigit(digits[0]) ? "0" + digits : digits;
        digits = digits.EndsWith('.') ? digits + "0" : digits;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? FeelJson.Read(JsonNode.Parse((negative ? "-" : "") + digits))
            : throw new FormatException($"'{text}' is no number");
    }
}
