using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Typing;

/// <summary>What a value may be, from the type references and item definitions of a model (DMN 1.5, 7.3 and 10.3.2.9).</summary>
internal abstract record DmnType
{
    public static readonly DmnType Any = new Simple("Any");

    private DmnType()
    {
    }

    /// <summary>As it is told in problems.</summary>
    public abstract string Name { get; }

    /// <summary>A type of FEEL; a list, context, range or function of anything.</summary>
    public sealed record Simple(string TypeName) : DmnType
    {
        public override string Name => TypeName;
    }

    public sealed record ListOf(DmnType Item) : DmnType
    {
        public override string Name => $"list of {Item.Name}";
    }

    public sealed record ContextOf(string TypeName, IReadOnlyList<KeyValuePair<string, DmnType>> Members) : DmnType
    {
        public override string Name => TypeName;
    }

    public sealed record FunctionOf(IReadOnlyList<DmnType> Parameters, DmnType Result) : DmnType
    {
        public override string Name => "function";
    }

    /// <summary>A type of which only some values are allowed.</summary>
    public sealed record Restricted(string TypeName, DmnType Base, DmnTest Allowed) : DmnType
    {
        public override string Name => TypeName;
    }
}

/// <summary>Whether a value is one of the allowed ones.</summary>
internal delegate bool DmnTest(FeelRun run, FeelValue value);
