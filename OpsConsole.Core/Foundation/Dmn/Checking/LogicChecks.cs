using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Checking;

/// <summary>What makes decision logic ambiguous: names that stand for two things, outputs without a name, rows that do not fit.</summary>
internal static class LogicChecks
{
    public static IEnumerable<DmnError> Find(DmnLogic logic, string place) => logic switch
    {
        DmnTable table => Table(table, place),
        DmnContext context => Context(context, place),
        DmnFunction function => ModelChecks.Repeated(function.Parameters, parameter => parameter.Name, "parameter", place).Concat(Inside(place, function.Body)),
        DmnRelation relation => Relation(relation, place),
        DmnInvocation invocation => ModelChecks.Repeated(invocation.Bindings.Select(binding => binding.Parameter), parameter => parameter.Name, "parameter", place)
            .Concat(Inside(place, [invocation.Function, .. invocation.Bindings.Select(binding => binding.Logic)])),
        DmnList list => Inside(place, [.. list.Items]),
        DmnConditional conditional => Inside(place, conditional.If, conditional.Then, conditional.Else),
        DmnFilter filter => Inside(place, filter.In, filter.Match),
        DmnFor loop => Inside(place, loop.In, loop.Return),
        DmnQuantified quantified => Inside(place, quantified.In, quantified.Satisfies),
        _ => [],
    };

    private static IEnumerable<DmnError> Inside(string place, params DmnLogic?[] parts) => parts.OfType<DmnLogic>().SelectMany(part => Find(part, place));

    private static IEnumerable<DmnError> Context(DmnContext context, string place)
    {
        var named = context.Entries.Select(entry => entry.Variable).OfType<DmnVariable>();
        return ModelChecks.TooMany(context.Entries.Count, context.Line, place, "entries")
            .Concat(ModelChecks.Repeated(named, variable => variable.Name, "entry", place))
            .Concat(context.Entries.SkipLast(1).Where(entry => entry.Variable is null).Select(entry => new DmnError(entry.Line, place, "Only the last entry may have no name: it is the result.")))
            .Concat(Inside(place, [.. context.Entries.Select(entry => entry.Logic)]));
    }

    private static IEnumerable<DmnError> Relation(DmnRelation relation, string place) =>
        ModelChecks.Repeated(relation.Columns, column => column.Name, "column", place)
            .Concat(relation.Rows.Where(row => row.Items.Count != relation.Columns.Count)
                .Select(row => new DmnError(row.Line, place, $"A row has {row.Items.Count} cells for {relation.Columns.Count} columns.")))
            .Concat(Inside(place, [.. relation.Rows.SelectMany(row => row.Items)]));

    private static IEnumerable<DmnError> Table(DmnTable table, string place)
    {
        if (table.Outputs.Count == 0)
        {
            yield return new DmnError(table.Line, place, "The decision table has no output.");
        }

        if (table.Outputs.Count > 1)
        {
            foreach (var output in table.Outputs.Where(output => string.IsNullOrWhiteSpace(output.Name)))
            {
                yield return new DmnError(output.Line, place, "Each of several outputs needs a name.");
            }

            foreach (var error in ModelChecks.Repeated(table.Outputs.Where(output => output.Name is not null), output => output.Name!, "output", place))
            {
                yield return error;
            }
        }

        foreach (var (rule, number) in table.Rules.Select((rule, index) => (rule, index + 1)))
        {
            if (rule.Inputs.Count != table.Inputs.Count)
            {
                yield return new DmnError(rule.Line, $"{place}, rule {number}", $"It has {rule.Inputs.Count} input entries for {table.Inputs.Count} inputs.");
            }

            if (rule.Outputs.Count != table.Outputs.Count)
            {
                yield return new DmnError(rule.Line, $"{place}, rule {number}", $"It has {rule.Outputs.Count} output entries for {table.Outputs.Count} outputs.");
            }
        }
    }
}
