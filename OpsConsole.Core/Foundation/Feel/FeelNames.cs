using System.Collections.Immutable;
using OpsConsole.Core.Foundation.Feel.BuiltIns;
using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Types;

namespace OpsConsole.Core.Foundation.Feel;

/// <summary>
/// The names that stand in scope of an expression: variables and functions, with what members their values have. In FEEL a name may hold
/// spaces and operators, so that only who knows the names can tell <c>profit-loss</c> from a subtraction (DMN 1.5, 10.3.1.4). Immutable; an
/// expression is compiled once for each set, so keep a set as long as its expressions.
/// </summary>
public sealed class FeelNames
{
    /// <summary>No names are known: neighbouring words are one name, and operators never belong to one.</summary>
    public static readonly FeelNames None = new(ImmutableDictionary<string, FeelNames?>.Empty, ImmutableDictionary<string, FeelType>.Empty);

    /// <summary>The functions that every expression knows.</summary>
    internal static readonly FeelNames BuiltIns = Of(BuiltInFunctions.Names);

    private readonly ImmutableDictionary<string, FeelNames?> _members;
    private readonly ImmutableDictionary<string, FeelType> _types;
    private NameIndex? _index;
    private FeelCache<FeelExpression>? _expressions;
    private FeelCache<UnaryTests>? _tests;

    private FeelNames(ImmutableDictionary<string, FeelNames?> members, ImmutableDictionary<string, FeelType> types)
    {
        _members = members;
        _types = types;
    }

    public bool IsEmpty => _members.IsEmpty;

    public IEnumerable<string> All => _members.Keys;

    internal NameIndex Index => _index ??= new NameIndex([.. _members.Keys]);

    internal FeelCache<FeelExpression> Expressions => _expressions ?? Keep(ref _expressions, new FeelCache<FeelExpression>(text => FeelExpression.Compile(text, this)));

    internal FeelCache<UnaryTests> Tests => _tests ?? Keep(ref _tests, new FeelCache<UnaryTests>(text => UnaryTests.Compile(text, this)));

    public static FeelNames Of(params IEnumerable<string> names) => names.Aggregate(None, (known, name) => known.With(name));

    /// <param name="members">The members of the variable's value or, for a list, of its items and, for a function, of what it gives. Null when
    /// they are not known.</param>
    public FeelNames With(string name, FeelNames? members = null) => new(_members.SetItem(name, members), _types);

    /// <summary>A variable together with what its type tells about members.</summary>
    internal FeelNames With(string name, FeelType type) => With(name, type.MemberNames());

    /// <summary>A type of one's own that <c>instance of</c> and parameters may name, such as <c>tApplicant</c>.</summary>
    internal FeelNames WithType(string name, FeelType type) => new(_members, _types.SetItem(name, type));

    public bool Contains(string name) => _members.ContainsKey(name);

    /// <summary>What is known of the members of a name's value; null when nothing is.</summary>
    public FeelNames? MembersOf(string name) => _members.GetValueOrDefault(name);

    internal FeelType? FindType(string name) => _types.GetValueOrDefault(name);

    internal IReadOnlyCollection<string> TypeNames => [.. _types.Keys];

    /// <summary>Both sets; what either knows.</summary>
    internal FeelNames And(FeelNames other)
    {
        if (ReferenceEquals(this, other) || other.IsEmpty)
        {
            return this;
        }

        return IsEmpty ? other : new FeelNames(_members.SetItems(other._members), _types);
    }

    private static T Keep<T>(ref T? field, T made)
        where T : class => Interlocked.CompareExchange(ref field, made, null) ?? made;
}
