using OpsConsole.Core.Foundation.Feel;
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

    private FeelNames? _members;

    private DmnType()
    {
    }

    /// <summary>As it is told in problems.</summary>
    public abstract string Name { get; }

    /// <summary>The type without what is allowed, as expressions know it.</summary>
    public abstract FeelType Feel { get; }

    /// <summary>How many parts it has when all of it is written out: types that share parts grow beyond all bounds.</summary>
    public virtual long Size => 1;

    /// <summary>What it tells of members.</summary>
    public FeelNames? Members => _members ??= Feel.MemberNames();

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

        public override long Size => 1 + Item.Size;
    }

    public sealed record ContextOf(string TypeName, IReadOnlyList<KeyValuePair<string, DmnType>> Parts) : DmnType
    {
        public override string Name => TypeName;

        public override FeelType Feel { get; } = new FeelType.ContextOf([.. Parts.Select(member => new FeelType.MemberType(member.Key, member.Value.Feel))]);

        public override long Size { get; } = 1 + Parts.Sum(member => member.Value.Size);
    }

    /// <summary>A type of which only some values are allowed.</summary>
    public sealed record Restricted(string TypeName, DmnType Base, DmnTest Allowed) : DmnType
    {
        public override string Name => TypeName;

        public override FeelType Feel => Base.Feel;

        public override long Size => 1 + Base.Size;
    }
}

/// <summary>Whether a value is one of the allowed ones.</summary>
internal delegate bool DmnTest(FeelRun run, FeelValue value);
