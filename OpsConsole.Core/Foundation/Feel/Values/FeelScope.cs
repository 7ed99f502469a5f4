namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>What names mean at a place of an expression: the input, and around each inner place one more name or open context.</summary>
internal sealed class FeelScope
{
    private readonly FeelScope? _outer;
    private readonly string? _name;
    private readonly FeelValue.Context? _open;
    private FeelValue _value;

    private FeelScope(FeelRun run, FeelScope? outer, string? name, FeelValue value, bool open)
    {
        Run = run;
        _outer = outer;
        _name = name;
        _value = value;
        _open = open ? value as FeelValue.Context : null;
    }

    public FeelRun Run { get; }

    public static FeelScope Root(FeelRun run, FeelValue.Context input) => new(run, null, null, input, open: true);

    public FeelScope With(string name, FeelValue value) => new(Run, this, name, value, open: false);

    /// <summary>A scope in which the members of <paramref name="value"/>, if it has any, are names.</summary>
    public FeelScope Inside(FeelValue value) => new(Run, this, null, value, open: true);

    /// <summary>The scope of a filter's condition: its members are names, and it is <c>item</c> unless it has such a member.</summary>
    public FeelScope Item(FeelValue value) => new(Run, this, "item", value, open: true);

    /// <summary>Gives the name its value, for a function that had to be in scope before it was made.</summary>
    public void Settle(FeelValue value) => _value = value;

    public FeelValue? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._open is { } context && context.Members.Find(name) is { } member)
            {
                return member;
            }

            if (scope._name == name)
            {
                return scope._value;
            }
        }

        return null;
    }
}
