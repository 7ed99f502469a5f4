using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>Compiles the columns that ask.</summary>
internal static class InputCompiler
{
    public static IReadOnlyList<PolicyInput> Columns(PolicyDocument document, PolicyModel? model, List<PolicyFault> found)
    {
        var columns = new List<PolicyInput>();
        for (var column = 0; column < document.Inputs.Count; column++)
        {
            var input = document.Inputs[column];
            var name = new PolicyPlace.Input(column, "name");
            PolicyCompiler.Name(input.Name, "name", name, found);
            if (input.Name.Length > 0 && document.Inputs.Take(column).Any(other => other.Name == input.Name))
            {
                found.Add(new PolicyFault(name, $"Another input is called '{input.Name}' too."));
            }

            var expression = Expression(input.Expression, model?.Names ?? FeelNames.None, new PolicyPlace.Input(column, "expression"), found);
            var values = Values(input.Values, new PolicyPlace.Input(column, "values"), found);
            if (expression is not null)
            {
                columns.Add(new PolicyInput(input.Name, expression) { Values = values, Model = model });
            }
        }

        return columns;
    }

    /// <summary>An expression in which names of a model may stand; null when it is missing or cannot be read.</summary>
    public static FeelExpression? Expression(string text, FeelNames names, PolicyPlace place, List<PolicyFault> found)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            found.Add(new PolicyFault(place, "The expression is missing."));
            return null;
        }

        if (!FeelExpression.TryCompile(text, names, out var expression, out var error))
        {
            found.Add(PolicyCompiler.Feel(place, "expression", error));
        }

        return expression;
    }

    private static UnaryTests? Values(string? text, PolicyPlace place, List<PolicyFault> found)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!UnaryTests.TryCompile(text, out var tests, out var error))
        {
            found.Add(PolicyCompiler.Feel(place, "list of values", error));
        }

        return tests;
    }
}
