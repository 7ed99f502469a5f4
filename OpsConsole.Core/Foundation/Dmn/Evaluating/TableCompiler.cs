using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Compiling;
using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>Compiles the cells of a decision table.</summary>
internal sealed class TableCompiler(LogicCompiler compiler)
{
    private static readonly UnaryTests Never = UnaryTests.Compile("false and ? = null", FeelNames.None).Item1!;

    public DmnCode Compile(DmnTable table, FeelNames names, string place)
    {
        var compiled = new CompiledTable(
            place,
            table,
            [.. table.Inputs.Select((input, index) => Input(input, names, $"{place}, input {index + 1}"))],
            [.. table.Outputs.Select((output, index) => Output(output, names, $"{place}, output {index + 1}"))],
            [.. table.Rules.Select((rule, index) => Rule(rule, names, $"{place}, rule {index + 1}"))]);
        Check(compiled);
        return (frame, scope) => new TableRun(compiled, frame, scope).Evaluate();
    }

    /// <summary>What a hit policy needs and a table may lack: it runs all the same, and what it gives is not what was meant.</summary>
    private void Check(CompiledTable compiled)
    {
        var table = compiled.Table;
        if (table.HitPolicy is DmnHitPolicy.Priority or DmnHitPolicy.OutputOrder && compiled.Outputs.All(output => output.Priorities.Count == 0))
        {
            compiler.Faulty(table.Line, compiled.Place, "The hit policy orders by output values, and no output has any.");
        }

        if (table is { HitPolicy: DmnHitPolicy.Collect, Aggregation: DmnAggregation.Sum or DmnAggregation.Min or DmnAggregation.Max, Outputs.Count: > 1 })
        {
            compiler.Faulty(table.Line, compiled.Place, "Several outputs cannot be aggregated.");
        }
    }

    private CompiledInput Input(DmnTableInput input, FeelNames names, string place) => new(
        compiler.Expression(input.Expression, names, input.Line, place),
        compiler.Type(input.TypeRef, input.Line, place),
        input.AllowedValues is { } allowed ? compiler.Tests(allowed, names, input.Line, $"{place}, allowed values") : null,
        $"the value of {place}");

    private CompiledOutput Output(DmnTableOutput output, FeelNames names, string place) => new(
        output.Name ?? output.Label ?? "",
        compiler.Type(output.TypeRef, output.Line, place),
        Priorities(output.AllowedValues ?? compiler.AllowedValuesOf(output.TypeRef), names, output.Line, $"{place}, allowed values"),
        output.Default is { } text ? compiler.Expression(text, names, output.Line, $"{place}, default") : null,
        $"the value of {place}");

    private CompiledRule Rule(DmnRule rule, FeelNames names, string place) => new(
        [.. rule.Inputs.Select((cell, index) => Test(cell, names, $"{place}, input {index + 1}"))],
        [.. rule.Outputs.Select((cell, index) => Result(cell, names, $"{place}, output {index + 1}"))]);

    /// <summary>A cell that cannot be read is met by nothing.</summary>
    private UnaryTests? Test(DmnCell cell, FeelNames names, string place) =>
        cell.Text is "" or "-" ? null : compiler.Tests(cell.Text, names, cell.Line, place) ?? Never;

    private DmnCode Result(DmnCell cell, FeelNames names, string place) =>
        cell.Text is "" or "-" ? (_, _) => FeelValue.Null.Instance : compiler.Expression(cell.Text, names, cell.Line, place);

    /// <summary>Allowed values, each as a test of its own.</summary>
    private FeelCode[] Priorities(string? text, FeelNames names, int line, string place)
    {
        if (text is null)
        {
            return [];
        }

        switch (Parser.ParseUnaryTests(text, names, out var error))
        {
            case FeelNode.Tests { Negated: false } tests:
                return [.. tests.Alternatives.Select(alternative => Compiler.Compile(new FeelNode.Tests([alternative], Negated: false)))];
            case null:
                compiler.Faulty(line, place, $"'{text}' at {error}");
                return [];
            default:
                return [];
        }
    }
}
