using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Types;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>Functions that an expression defines (DMN 1.5, 10.3.2.13.2): they keep what was in scope where they stand.</summary>
internal static class FunctionCompiler
{
    public static FeelCode Compile(FeelNode.Function function)
    {
        var body = Compiler.Compile(function.Body);
        string[] names = [.. function.Parameters.Select(parameter => parameter.Name)];
        FeelType?[] types = [.. function.Parameters.Select(parameter => parameter.Type?.Type)];
        IReadOnlyList<FeelSignature> signatures = [new FeelSignature(names, names.Length, Open: false)];
        var type = new FeelType.FunctionOf([.. types.Select(known => known ?? FeelType.Any)], StaticTypes.OfResult(function));
        return scope => new FeelValue.Function("the function", signatures, (run, arguments) => Invoke(run, scope, names, types, body, arguments)) { Type = type };
    }

    private static FeelValue Invoke(FeelRun run, FeelScope scope, string[] names, FeelType?[] types, FeelCode body, IReadOnlyList<FeelValue> arguments)
    {
        for (var index = 0; index < names.Length; index++)
        {
            var argument = index < arguments.Count ? arguments[index] : FeelValue.Null.Instance;
            if (types[index] is { } type)
            {
                if (FeelTyping.Coerce(argument, type) is not { } coerced)
                {
                    return run.Problem($"'{names[index]}' wants {type}, not a {argument.TypeName}");
                }

                argument = coerced;
            }

            scope = scope.With(names[index], argument);
        }

        return body(scope);
    }
}
