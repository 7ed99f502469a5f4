using OpsConsole.Core.Foundation.Feel.BuiltIns;
using OpsConsole.Core.Foundation.Feel.Syntax;
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
        FeelNode.Member member => Member(member),
        FeelNode.Filter filter => FilterCompiler.Compile(filter),
        FeelNode.Call call => CallCompiler.Compile(call),
        FeelNode.Negation negation => Negation(negation),
        FeelNode.Binary binary => Binary(binary),
        FeelNode.Between between => Between(between),
        FeelNode.In or FeelNode.Tests => TestCompiler.Compile(node),
        FeelNode.InstanceOf instance => InstanceOf(instance),
        FeelNode.If choice => If(choice),
        FeelNode.For or FeelNode.Quantified => IterationCompiler.Compile(node),
        FeelNode.ListOf list => ListOf(list),
        FeelNode.ContextOf context => ContextOf(context),
        FeelNode.Range range => Range(range),
        FeelNode.Function function => Function(function),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "A node without code"),
    };

    public static bool? Truth(FeelValue value) => (value as FeelValue.Boolean)?.Value;

    private static FeelCode Name(string name)
    {
        var builtIn = BuiltInFunctions.Find(name);
        return scope => scope.Find(name) ?? builtIn ?? scope.Run.Problem($"nothing is known as '{name}'");
    }

    private static FeelCode Member(FeelNode.Member member)
    {
        var target = Compile(member.Target);
        return scope => FeelMember.Of(scope.Run, target(scope), member.MemberName);
    }

    private static FeelCode Negation(FeelNode.Negation negation)
    {
        var operand = Compile(negation.Operand);
        return scope => FeelArithmetic.Negate(scope.Run, operand(scope));
    }

    private static FeelCode Binary(FeelNode.Binary binary)
    {
        var left = Compile(binary.Left);
        var right = Compile(binary.Right);
        var operation = binary.Operator;
        return operation switch
        {
            "and" => scope => Truth(left(scope)) is var first && first == false ? FeelValue.Boolean.False : FeelValue.Boolean.Of(FeelCompare.And(first, Truth(right(scope)))),
            "or" => scope => Truth(left(scope)) is var first && first == true ? FeelValue.Boolean.True : FeelValue.Boolean.Of(FeelCompare.Or(first, Truth(right(scope)))),
            "=" => scope => FeelValue.Boolean.Of(FeelCompare.Equal(scope.Run, left(scope), right(scope))),
            "!=" => scope => FeelValue.Boolean.Of(!FeelCompare.Equal(scope.Run, left(scope), right(scope))),
            "<" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order < 0 : null),
            "<=" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order <= 0 : null),
            ">" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order > 0 : null),
            ">=" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order >= 0 : null),
            _ => scope => FeelArithmetic.Apply(scope.Run, operation, left(scope), right(scope)),
        };
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
        return scope => FeelValue.Boolean.Of(value(scope) is var found && (found.TypeName == instance.Type || (instance.Type == "Any" && found is not FeelValue.Null)));
    }

    private static FeelCode If(FeelNode.If choice)
    {
        var condition = Compile(choice.Condition);
        var then = Compile(choice.Then);
        var otherwise = Compile(choice.Else);
        return scope => Truth(condition(scope)) == true ? then(scope) : otherwise(scope);
    }

    private static FeelCode ListOf(FeelNode.ListOf list)
    {
        FeelCode[] items = [.. list.Items.Select(Compile)];
        return scope => scope.Run.Bounded(new FeelValue.List([.. items.Select(item => item(scope))]));
    }

    /// <summary>An entry sees those before it.</summary>
    private static FeelCode ContextOf(FeelNode.ContextOf context)
    {
        (string Name, FeelCode Code)[] entries = [.. context.Entries.Select(entry => (entry.Name!, Compile(entry.Value)))];
        return scope =>
        {
            var members = new List<KeyValuePair<string, FeelValue>>(entries.Length);
            foreach (var (name, code) in entries)
            {
                var value = code(scope);
                members.Add(KeyValuePair.Create(name, value));
                scope = scope.With(name, value);
            }

            return new FeelValue.Context(FeelMembers.Of(members));
        };
    }

    private static FeelCode Range(FeelNode.Range range)
    {
        var low = range.Low is null ? null : Compile(range.Low);
        var high = range.High is null ? null : Compile(range.High);
        return scope => new FeelValue.Range(low?.Invoke(scope), range.LowIncluded, high?.Invoke(scope), range.HighIncluded);
    }

    private static FeelCode Function(FeelNode.Function function)
    {
        var body = Compile(function.Body);
        var parameters = function.Parameters;
        IReadOnlyList<FeelSignature> signatures = [new FeelSignature(parameters, parameters.Count, Open: false)];
        return scope => new FeelValue.Function("function", signatures, (_, arguments) =>
        {
            var inner = scope;
            for (var index = 0; index < parameters.Count; index++)
            {
                inner = inner.With(parameters[index], index < arguments.Count ? arguments[index] : FeelValue.Null.Instance);
            }

            return body(inner);
        });
    }
}
