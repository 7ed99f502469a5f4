using OpsConsole.Core.Foundation.Feel.Types;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Typing;

/// <summary>
/// What a value may be, from the type references and item definitions of a model (DMN 1.5, 7.3): a type of FEEL, of which some values may not be
/// allowed.
/// </summary>
internal abstract record DmnType
{
    public static readonly DmnType Any = new Plain(FeelType.Any);

    private DmnType()
    {
    }

    /// <summary>As it is told in problems.</summary>
    public abstract string Name { get; }

    /// <summary>The type without what is allowed, as expressions know it.</summary>
    public abstract FeelType Feel { get; }

    public bool IsAny => this is Plain { Type: FeelType.Simple { Name: "Any" } };

    public sealed record Plain(FeelType Type) : DmnType
    {
        public override string Name => Type.ToString();

        public override FeelType Feel => Type;
    }

    public sealed record ListOf(DmnType Item) : DmnType
    {
        public override string Name => $"list of {Item.Name}";

        public override FeelType Feel { get; } = new FeelType.ListOf(Item.Feel);
    }

    public sealed record ContextOf(string TypeName, IReadOnlyList<KeyValuePair<string, DmnType>> Members) : DmnType
    {
        public override string Name => TypeName;

        public override FeelType Feel { get; } = new FeelType.ContextOf([.. Members.Select(member => new FeelType.MemberType(member.Key, member.Value.Feel))]);
    }

    /// <summary>A type of which only some values are allowed.</summary>
    public sealed record Restricted(string TypeName, DmnType Base, DmnTest Allowed) : DmnType
    {
        public override string Name => TypeName;

        public override FeelType Feel => Base.Feel;
    }
}

/// <summary>Whether a value is one of the allowed ones.</summary>
internal delegate bool DmnTest(FeelRun run, FeelValue value);
