using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>
/// <c>and or = != &lt; &lt;= &gt; &gt;= + - * / **</c> (DMN 1.5, tables 50 to 58). A chain such as <c>a + b + c</c> nests to the left; it runs as
/// a loop, so that a long one needs no deep stack.
/// </summary>
internal static class OperatorCompiler
{
    private delegate FeelNumber? Calculation(FeelNumber left, FeelNumber right);

    public static FeelCode Compile(FeelNode.Binary binary) => binary.Operator switch
    {
        "and" => Logic(binary, decisive: false),
        "or" => Logic(binary, decisive: true),
        "+" or "-" or "*" or "/" or "**" => Arithmetic(binary),
        _ => Comparison(binary.Operator, Compiler.Compile(binary.Left), Compiler.Compile(binary.Right)),
    };

    private static FeelCode Comparison(string operation, FeelCode left, FeelCode right) => operation switch
    {
        "=" => scope => FeelValue.Boolean.Of(FeelCompare.Equal(scope.Run, left(scope), right(scope))),
        "!=" => scope => FeelValue.Boolean.Of(!FeelCompare.Equal(scope.Run, left(scope), right(scope))),
        "<" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order < 0 : null),
        "<=" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order <= 0 : null),
        ">" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order > 0 : null),
        _ => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order >= 0 : null),
    };

    /// <summary>The decisive value settles it whatever the others are; else one that is neither true nor false makes it null.</summary>
    private static FeelCode Logic(FeelNode.Binary binary, bool decisive)
    {
        var operands = Compiler.Compile([.. Chain(binary, node => node.Operator == binary.Operator).Select(link => link.Operand)]);
        var (settled, otherwise) = (FeelValue.Boolean.Of(decisive), FeelValue.Boolean.Of(!decisive));
        return scope =>
        {
            FeelValue result = otherwise;
            foreach (var operand in operands)
            {
                switch (Compiler.Truth(operand(scope)))
                {
                    case null:
                        result = FeelValue.Null.Instance;
                        break;
                    case { } truth when truth == decisive:
                        return settled;
                }
            }

            return result;
        };
    }

    private static FeelCode Arithmetic(FeelNode.Binary binary)
    {
        var chain = Chain(binary, node => node.Operator is "+" or "-" or "*" or "/" or "**");
        (string Operator, Calculation? Numbers, FeelCode Operand)[] links =
            [.. chain.Skip(1).Select(link => (link.Operator!, Numbers(link.Operator!), Compiler.Compile(link.Operand)))];
        var first = Compiler.Compile(chain[0].Operand);
        return scope =>
        {
            var result = first(scope);
            foreach (var (operation, numbers, operand) in links)
            {
                var right = operand(scope);
                result = numbers is not null && result is FeelValue.Number a && right is FeelValue.Number b && numbers(a.Value, b.Value) is { } number
                    ? new FeelValue.Number(number)
                    : FeelArithmetic.Apply(scope.Run, operation, result, right);
            }

            return result;
        };
    }

    private static Calculation? Numbers(string operation) => operation switch
    {
        "+" => FeelNumber.Add,
        "-" => FeelNumber.Subtract,
        "*" => FeelNumber.Multiply,
        "/" => FeelNumber.Divide,
        _ => null,
    };

    /// <summary>What stands to the left as long as it is of the same kind, from the first operand, which has no operator, to the last.</summary>
    private static List<(string? Operator, FeelNode Operand)> Chain(FeelNode.Binary binary, Predicate<FeelNode.Binary> belongs)
    {
        var links = new List<(string?, FeelNode)>();
        FeelNode node = binary;
        while (node is FeelNode.Binary link && belongs(link))
        {
            links.Add((link.Operator, link.Right));
            node = link.Left;
        }

        links.Add((null, node));
        links.Reverse();
        return links;
    }
}
