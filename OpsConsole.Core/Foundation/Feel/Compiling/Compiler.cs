using OpsConsole.Core.Foundation.Feel.BuiltIns;
using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Types;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>Turns nodes into delegates, once for each expression, so that running one walks no tree and looks at no node's kind.</summary>
internal static class Compiler
{
    /// <summary>The name under which a scope holds the value that unary tests look at.</summary>
    public const string TestedName = "?";

    public static FeelCode Compile(FeelNode node) => node switch
    {
        FeelNode.Literal literal => _ => literal.Value,
        FeelNode.Name name => Name(name.Text),
        FeelNode.Tested => scope => scope.Find(TestedName) ?? scope.Run.Problem("'?' is known only in a unary test"),
        FeelNode.Anything => _ => FeelValue.Boolean.True,
        FeelNode.Member member => Member(member),
        FeelNode.Filter filter => FilterCompiler.Compile(filter),
        FeelNode.Call call => CallCompiler.Compile(call),
        FeelNode.Function function => FunctionCompiler.Compile(function),
        FeelNode.Negation negation => Negation(negation),
        FeelNode.Binary binary => OperatorCompiler.Compile(binary),
        FeelNode.Between between => Between(between),
        FeelNode.In or FeelNode.Tests => TestCompiler.Compile(node),
        FeelNode.InstanceOf instance => InstanceOf(instance),
        FeelNode.If choice => If(choice),
        FeelNode.For or FeelNode.Quantified => IterationCompiler.Compile(node),
        FeelNode.ListOf or FeelNode.ContextOf or FeelNode.Range => CollectionCompiler.Compile(node),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "A node without code"),
    };

    public static FeelCode[] Compile(IReadOnlyList<FeelNode> nodes) => [.. nodes.Select(Compile)];

    public static bool? Truth(FeelValue value) => (value as FeelValue.Boolean)?.Value;

    private static FeelCode Name(string name)
    {
        var builtIn = BuiltInFunctions.Find(name);
        return scope => scope.Find(name) ?? builtIn ?? scope.Run.Problem($"nothing is known as '{name}'");
    }

    private static FeelCode Member(FeelNode.Member member)
    {
        var target = Compile(member.Target);
        var name = member.MemberName;
        return scope => FeelMember.Of(scope.Run, target(scope), name);
    }

    private static FeelCode Negation(FeelNode.Negation negation)
    {
        var operand = Compile(negation.Operand);
        return scope => FeelArithmetic.Negate(scope.Run, operand(scope));
    }

    private static FeelCode Between(FeelNode.Between between)
    {
        var value = Compile(between.Value);
        var low = Compile(between.Low);
        var high = Compile(between.High);
        return scope => FeelValue.Boolean.Of(FeelCompare.Contains(scope.Run, new FeelValue.Range(low(scope), true, high(scope), true), value(scope)));
    }

    private static FeelCode InstanceOf(FeelNode.InstanceOf instance)
    {
        var value = Compile(instance.Value);
        var type = instance.Type.Type;
        return scope => FeelValue.Boolean.Of(FeelTyping.IsInstance(value(scope), type));
    }

    private static FeelCode If(FeelNode.If choice)
    {
        var condition = Compile(choice.Condition);
        var then = Compile(choice.Then);
        var otherwise = Compile(choice.Else);
        return scope => Truth(condition(scope)) == true ? then(scope) : otherwise(scope);
    }
}
