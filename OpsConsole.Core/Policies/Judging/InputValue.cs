using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>What a column looks at, for one input.</summary>
/// <param name="problem">Why it could not be told; null when it could.</param>
internal sealed class InputValue(FeelValue value, string? problem)
{
    private string? _text;

    public FeelValue Value { get; } = value;

    public string? Problem { get; } = problem;

    /// <summary>The value as FEEL writes it.</summary>
    public string Text => _text ??= FeelText.Literal(new FeelRun(), Value);

    /// <param name="path">Where the expression looks when it is nothing but a path, which needs no evaluating.</param>
    /// <param name="model">The model whose decisions the expression may name; each is made when it is asked for.</param>
    public static InputValue Of(FeelExpression expression, string[]? path, PolicyModel? model, FeelValue.Context input)
    {
        if (path is not null && InputPath.Find(input.Members, path) is { } found)
        {
            return new InputValue(found, null);
        }

        var run = new FeelRun();
        var value = expression.Run(FeelScope.Root(run, model?.Over(run, input.Members) ?? input));
        return new InputValue(value, run.Problems.Count > 0 ? run.Problems[0] : null);
    }
}
