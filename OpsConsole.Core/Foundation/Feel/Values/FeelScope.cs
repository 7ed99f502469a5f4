namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>What names mean at a place of an expression: the input, and around each inner place one more name or open context.</summary>
internal sealed class FeelScope
{
    private readonly FeelScope? _outer;
    private readonly string? _name;
    private readonly FeelValue _value;

    private FeelScope(FeelRun run, FeelScope? outer, string? name, FeelValue value)
    {
        Run = run;
        _outer = outer;
        _name = name;
        _value = value;
    }

    public FeelRun Run { get; }

    public static FeelScope Root(FeelRun run, FeelValue.Context input) => new(run, null, null, input);

    public FeelScope With(string name, FeelValue value) => new(Run, this, name, value);

    /// <summary>A scope in which the members of <paramref name="value"/>, if it has any, are names.</summary>
    public FeelScope Inside(FeelValue value) => new(Run, this, null, value);

    public FeelValue? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._name == name)
            {
                return scope._value;
            }

            if (scope._name is null && scope._value is FeelValue.Context context && context.Members.Find(name) is { } member)
            {
                return member;
            }
        }

        return null;
    }
}
