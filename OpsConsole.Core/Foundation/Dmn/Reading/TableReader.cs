using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Reading;

/// <summary>Reads decision tables (DMN 1.5, chapter 8).</summary>
internal static class TableReader
{
    public static DmnTable Read(PartReader reader) => new()
    {
        HitPolicy = HitPolicy(reader),
        Aggregation = Aggregation(reader),
        OutputLabel = reader.Attribute("outputLabel"),
        Inputs = [.. reader.Take("input").Select(part => Input(reader.Of(part)))],
        Outputs = [.. reader.Take("output").Select(part => Output(reader.Of(part)))],
        Annotations = [.. reader.Take("annotation").Select(part => part.Attribute("name") ?? "")],
        Rules = [.. reader.Take("rule").Select(part => Rule(reader.Of(part)))],
    };

    private static DmnHitPolicy HitPolicy(PartReader reader)
    {
        switch (reader.Attribute("hitPolicy"))
        {
            case null or "" or "UNIQUE":
                return DmnHitPolicy.Unique;
            case "ANY":
                return DmnHitPolicy.Any;
            case "PRIORITY":
                return DmnHitPolicy.Priority;
            case "FIRST":
                return DmnHitPolicy.First;
            case "RULE ORDER":
                return DmnHitPolicy.RuleOrder;
            case "OUTPUT ORDER":
                return DmnHitPolicy.OutputOrder;
            case "COLLECT":
                return DmnHitPolicy.Collect;
            case var other:
                reader.Errors.Add(reader.Part, $"The hit policy '{other}' is not known.");
                return DmnHitPolicy.Unique;
        }
    }

    private static DmnAggregation Aggregation(PartReader reader)
    {
        switch (reader.Attribute("aggregation"))
        {
            case null or "":
                return DmnAggregation.None;
            case "SUM":
                return DmnAggregation.Sum;
            case "MIN":
                return DmnAggregation.Min;
            case "MAX":
                return DmnAggregation.Max;
            case "COUNT":
                return DmnAggregation.Count;
            case var other:
                reader.Errors.Add(reader.Part, $"The aggregation '{other}' is not known.");
                return DmnAggregation.None;
        }
    }

    private static DmnTableInput Input(PartReader reader)
    {
        var expression = reader.TakeRequired("inputExpression") is { } part ? reader.Of(part) : null;
        var input = new DmnTableInput
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            Line = reader.Part.Line,
            Expression = expression?.Text("text")?.Trim() ?? "",
            TypeRef = expression?.TypeRef(),
            AllowedValues = reader.Tests("inputValues"),
        };
        expression?.Finish();
        reader.Finish();
        return input;
    }

    private static DmnTableOutput Output(PartReader reader)
    {
        var output = new DmnTableOutput
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            Line = reader.Part.Line,
            Name = reader.Attribute("name") is { } name ? Names.Normal(name) : null,
            TypeRef = reader.TypeRef(),
            AllowedValues = reader.Tests("outputValues"),
            Default = reader.Tests("defaultOutputEntry"),
        };
        reader.Finish();
        return output;
    }

    private static DmnRule Rule(PartReader reader)
    {
        var rule = new DmnRule
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            Line = reader.Part.Line,
            Inputs = [.. reader.Take("inputEntry").Select(part => Cell(reader.Of(part)))],
            Outputs = [.. reader.Take("outputEntry").Select(part => Cell(reader.Of(part)))],
            Annotations = [.. reader.Take("annotationEntry").Select(part => Annotation(reader.Of(part)))],
        };
        reader.Finish();
        return rule;
    }

    private static string Annotation(PartReader reader)
    {
        var text = reader.Text("text")?.Trim() ?? "";
        reader.Finish();
        return text;
    }

    private static DmnCell Cell(PartReader reader)
    {
        var cell = new DmnCell
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            Line = reader.Part.Line,
            Text = reader.Text("text")?.Trim() ?? "",
            TypeRef = reader.TypeRef(),
        };
        reader.Finish();
        return cell;
    }
}
