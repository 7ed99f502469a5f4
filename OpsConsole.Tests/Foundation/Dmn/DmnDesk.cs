using System.Collections;
using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Tests.Foundation.Dmn;

/// <summary>Models for tests, written as the inside of <c>definitions</c>.</summary>
internal static class DmnDesk
{
    public const string Space = "https://example.test/desk";

    public static string Xml(string inside, string space = Space, string name = "desk", string version = "https://www.omg.org/spec/DMN/20230324/MODEL/") =>
        $"""<definitions xmlns="{version}" name="{name}" namespace="{space}">{inside}</definitions>""";

    public static DmnModel Model(string inside, string space = Space, string name = "desk")
    {
        var reading = DmnXml.Read(Xml(inside, space, name));
        Assert.Empty(reading.Errors);
        return reading.Model!;
    }

    public static DmnEngine Engine(string inside, params DmnModel[] others)
    {
        Assert.True(DmnEngine.TryBuild(Model(inside), others, out var engine, out var errors), string.Join("; ", errors));
        return engine!;
    }

    /// <summary>What keeps a model from running.</summary>
    public static IReadOnlyList<DmnError> Refusals(string inside, params DmnModel[] others)
    {
        Assert.False(DmnEngine.TryBuild(Model(inside), others, out _, out var errors));
        return errors;
    }

    public static DmnResult Evaluate(this DmnEngine engine, string name, string inputs = "{}") => engine.Evaluate(name, JsonNode.Parse(inputs)!.AsObject());

    /// <summary>The value of a decision <c>answer</c> that is one boxed expression.</summary>
    public static DmnResult Answer(string logic) => Engine($"""<decision name="answer">{logic}</decision>""").Evaluate("answer");

    public static void AssertValue(string expected, DmnResult result) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), result.Value),
            $"expected {expected}, got {result.Value?.ToJsonString() ?? "null"} ({string.Join("; ", result.Problems)})");

    /// <summary>Everything that a model says, in one text.</summary>
    public static string Tell(object? part)
    {
        var text = new StringBuilder();
        Tell(text, part);
        return text.ToString();
    }

    private static void Tell(StringBuilder text, object? part)
    {
        switch (part)
        {
            case null or string or bool or Enum:
                text.Append(part ?? "-");
                break;
            case IEnumerable items:
                foreach (var item in items)
                {
                    Tell(text.Append('['), item);
                    text.Append(']');
                }

                break;
            default:
                text.Append(part.GetType().Name);
                foreach (var property in part.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
                {
                    Tell(text.Append('(').Append(property.Name).Append(' '), property.GetValue(part));
                    text.Append(')');
                }

                break;
        }
    }
}
