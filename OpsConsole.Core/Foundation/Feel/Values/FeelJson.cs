using System.Globalization;
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
            FeelValue.Number number => JsonValue.Create(number.Value),
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

    private static FeelValue Number(JsonNode node) =>
        decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new FeelValue.Number(number)
            : FeelValue.Null.Instance;
}
