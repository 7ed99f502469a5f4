using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary><c>and or = != &lt; &lt;= &gt; &gt;= + - * / **</c> (DMN 1.5, tables 50 to 58).</summary>
internal static class OperatorCompiler
{
    public static FeelCode Compile(FeelNode.Binary binary)
    {
        var left = Compiler.Compile(binary.Left);
        var right = Compiler.Compile(binary.Right);
        var operation = binary.Operator;
        return operation switch
        {
            "and" => scope => Compiler.Truth(left(scope)) is var first && first == false ? FeelValue.Boolean.False : FeelValue.Boolean.Of(FeelCompare.And(first, Compiler.Truth(right(scope)))),
            "or" => scope => Compiler.Truth(left(scope)) is var first && first == true ? FeelValue.Boolean.True : FeelValue.Boolean.Of(FeelCompare.Or(first, Compiler.Truth(right(scope)))),
            "=" => scope => FeelValue.Boolean.Of(FeelCompare.Equal(scope.Run, left(scope), right(scope))),
            "!=" => scope => FeelValue.Boolean.Of(!FeelCompare.Equal(scope.Run, left(scope), right(scope))),
            "<" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order < 0 : null),
            "<=" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order <= 0 : null),
            ">" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order > 0 : null),
            ">=" => scope => FeelValue.Boolean.Of(FeelCompare.Order(scope.Run, left(scope), right(scope)) is { } order ? order >= 0 : null),
            _ => scope => FeelArithmetic.Apply(scope.Run, operation, left(scope), right(scope)),
        };
    }
}
