using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>JSON in and out of values.</summary>
internal static class FeelJson
{
    public static FeelValue Read(JsonNode? node) => node switch
    {
        null => FeelValue.Null.Instance,
        JsonObject members => new FeelValue.Context(FeelMembers.Of(members)),
        JsonArray items => new FeelValue.List([.. items.Select(Read)]),
        _ => Scalar(node),
    };

    /// <summary>A value that JSON does not know goes as its text; a function as null.</summary>
    public static JsonNode? Write(FeelRun run, FeelValue value)
    {
        if (!run.Enter())
        {
            run.Leave();
            return null;
        }

        JsonNode? node = value switch
        {
            FeelValue.Null or FeelValue.Function => null,
            FeelValue.Boolean boolean => JsonValue.Create(boolean.Value),
            FeelValue.Number number => Number(number.Value),
            FeelValue.Text text => JsonValue.Create(text.Value),
            FeelValue.List list => new JsonArray([.. list.Items.Select(item => Write(run, item))]),
            FeelValue.Context context => new JsonObject(context.Members.Names.Select(name =>
                KeyValuePair.Create(name, Write(run, context.Members.Find(name) ?? FeelValue.Null.Instance)))),
            _ => JsonValue.Create(FeelText.Write(run, value)),
        };
        run.Leave();
        return node;
    }

    private static FeelValue Scalar(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True => FeelValue.Boolean.True,
        JsonValueKind.False => FeelValue.Boolean.False,
        JsonValueKind.Number => Number(node),
        JsonValueKind.String => new FeelValue.Text(node.GetValue<string>()),
        _ => FeelValue.Null.Instance,
    };

    /// <summary>Whatever .NET keeps it in. A number out of range is null.</summary>
    private static FeelValue Number(JsonNode node)
    {
        var value = node.AsValue();
        if (value.TryGetValue<JsonElement>(out var element))
        {
            return Number(JsonMarshal.GetRawUtf8Value(element));
        }

        return value.TryGetValue<long>(out var whole) ? new FeelValue.Number(whole)
            : value.TryGetValue<decimal>(out var amount) ? new FeelValue.Number(amount)
            : Number(Encoding.UTF8.GetBytes(node.ToJsonString()));
    }

    private static FeelValue Number(ReadOnlySpan<byte> digits)
    {
        Span<char> text = digits.Length <= 128 ? stackalloc char[128] : new char[digits.Length];
        return NumberText.TryRead(text[..Encoding.UTF8.GetChars(digits, text)], out var number) ? new FeelValue.Number(number) : FeelValue.Null.Instance;
    }

    /// <summary>A number that no .NET type holds goes as it is written, with an exponent only where there would be hundreds of zeros.</summary>
    private static JsonNode? Number(FeelNumber number) =>
        number.TryDecimal(out var value) ? JsonValue.Create(value)
        : JsonNode.Parse(number.Exponent is > -100 and < 100 ? NumberText.Write(number) : NumberText.WriteScientific(number));
}
