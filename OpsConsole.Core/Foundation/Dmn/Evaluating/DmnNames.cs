using System.Collections.Immutable;
using OpsConsole.Core.Foundation.Dmn.Typing;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.BuiltIns;
using OpsConsole.Core.Foundation.Feel.Compiling;
using OpsConsole.Core.Foundation.Feel.Syntax;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>The names that an expression of a model may use, with what is known of their members; it compiles expressions that see them.</summary>
internal sealed class DmnNames
{
    public static readonly DmnNames None = new([]);

    private readonly ImmutableHashSet<string> _names;

    private DmnNames(ImmutableHashSet<string> names) => _names = names;

    public DmnNames With(string name, DmnType type) => new(_names.Add(name).Union(Members(type, 0)));

    /// <summary>A model that is imported: its parts are members of its name.</summary>
    public DmnNames With(string name, IEnumerable<DmnUnit> members) =>
        new(_names.Add(name).Union(members.SelectMany(member => Members(member.Type, 0).Append(member.Element.VariableName))));

    public FeelCode? Expression(string text, out FeelError? error) =>
        Parser.ParseExpression(text, BuiltInFunctions.Names.Concat(_names), out error) is { } node ? Compiler.Compile(node) : null;

    public FeelCode? Tests(string text, out FeelError? error) =>
        Parser.ParseUnaryTests(text, BuiltInFunctions.Names.Concat(_names), out error) is { } node ? Compiler.Compile(node) : null;

    /// <summary>Unary tests that are separated by commas, each as one test of its own.</summary>
    public IReadOnlyList<FeelCode>? Alternatives(string text, out FeelError? error) => Parser.ParseUnaryTests(text, BuiltInFunctions.Names.Concat(_names), out error) switch
    {
        FeelNode.Tests tests => [.. tests.Alternatives.Select(alternative => Compiler.Compile(new FeelNode.Tests([alternative], Negated: false)))],
        { } any => [Compiler.Compile(any)],
        null => null,
    };

    private static IEnumerable<string> Members(DmnType type, int depth) => type switch
    {
        _ when depth > 8 => [],
        DmnType.ListOf list => Members(list.Item, depth + 1),
        DmnType.Restricted restricted => Members(restricted.Base, depth + 1),
        DmnType.ContextOf context => context.Members.SelectMany(member => Members(member.Value, depth + 1).Append(member.Key)),
        _ => [],
    };
}
