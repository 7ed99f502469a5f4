using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Writing;

/// <summary>Writes decision tables.</summary>
internal sealed class TableWriter(PartWriter writer)
{
    public void Write(DmnTable table) => writer.Element(
        "decisionTable",
        table,
        [("typeRef", table.TypeRef), ("hitPolicy", HitPolicy(table.HitPolicy)), ("aggregation", Aggregation(table.Aggregation)), ("outputLabel", table.OutputLabel)],
        () =>
        {
            foreach (var input in table.Inputs)
            {
                Input(input);
            }

            foreach (var output in table.Outputs)
            {
                Output(output);
            }

            foreach (var annotation in table.Annotations)
            {
                writer.Element("annotation", null, [("name", annotation)]);
            }

            foreach (var rule in table.Rules)
            {
                Rule(rule);
            }
        });

    private static string HitPolicy(DmnHitPolicy policy) => policy switch
    {
        DmnHitPolicy.RuleOrder => "RULE ORDER",
        DmnHitPolicy.OutputOrder => "OUTPUT ORDER",
        _ => policy.ToString().ToUpperInvariant(),
    };

    private static string? Aggregation(DmnAggregation aggregation) => aggregation == DmnAggregation.None ? null : aggregation.ToString().ToUpperInvariant();

    private void Input(DmnTableInput input) => writer.Element("input", input, [], () =>
    {
        writer.Element("inputExpression", null, [("typeRef", input.TypeRef)], () => writer.Text("text", input.Expression));
        writer.Tests("inputValues", input.AllowedValues);
    });

    private void Output(DmnTableOutput output) => writer.Element("output", output, [("name", output.Name), ("typeRef", output.TypeRef)], () =>
    {
        writer.Tests("outputValues", output.AllowedValues);
        writer.Tests("defaultOutputEntry", output.Default);
    });

    private void Rule(DmnRule rule) => writer.Element("rule", rule, [], () =>
    {
        foreach (var cell in rule.Inputs)
        {
            writer.Element("inputEntry", cell, [], () => writer.Text("text", cell.Text));
        }

        foreach (var cell in rule.Outputs)
        {
            writer.Element("outputEntry", cell, [("typeRef", cell.TypeRef)], () => writer.Text("text", cell.Text));
        }

        foreach (var annotation in rule.Annotations)
        {
            writer.Element("annotationEntry", null, [], () => writer.Text("text", annotation));
        }
    });
}
