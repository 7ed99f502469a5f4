using OpsConsole.Core.Foundation.Feel.BuiltIns;
using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>Calls by place, <c>substring(name, 2)</c>, and by name, <c>substring(string: name, start position: 2)</c>.</summary>
internal static class CallCompiler
{
    public static FeelCode Compile(FeelNode.Call call)
    {
        FeelCode[] arguments = [.. call.Arguments.Select(argument => Compiler.Compile(argument.Value))];
        string?[] names = [.. call.Arguments.Select(argument => argument.Name)];
        if (call.Callee is FeelNode.Name name && Special(name.Text, arguments) is { } special)
        {
            return special;
        }

        var function = Callee(call.Callee);
        return scope => function(scope) switch
        {
            FeelValue.Function found => Call(scope.Run, found, names, CollectionCompiler.Values(arguments, scope)),
            FeelValue.Null => FeelValue.Null.Instance,
            var other => scope.Run.Problem($"a {other.TypeName} cannot be called"),
        };
    }

    /// <summary>A variable that is no function does not hide the built-in one of its name: <c>count(items)</c> beside a member <c>count</c>.</summary>
    private static FeelCode Callee(FeelNode callee)
    {
        var code = Compiler.Compile(callee);
        return callee is FeelNode.Name name && BuiltInFunctions.Find(name.Text) is { } builtIn
            ? scope => code(scope) as FeelValue.Function ?? builtIn
            : code;
    }

    /// <summary>Calls a function with arguments, by place or with a name for each.</summary>
    public static FeelValue Call(FeelRun run, FeelValue.Function function, string?[] names, FeelValue[] arguments)
    {
        var byName = names.Length > 0 && names[0] is not null;
        foreach (var signature in function.Signatures)
        {
            var arranged = byName ? signature.Arrange(names, arguments) : signature.Accepts(arguments.Length) ? arguments : null;
            if (arranged is not null)
            {
                return run.Call(function, arranged);
            }
        }

        return run.Problem($"{function.Name} takes {string.Join(" or ", function.Signatures.Select(signature => $"({string.Join(", ", signature.Names)})"))}");
    }

    /// <summary>What looks at the scope rather than at values. The time is part of the input or not known: evaluating reads no clock.</summary>
    private static FeelCode? Special(string name, FeelCode[] arguments) => (name, arguments) switch
    {
        ("is defined", [var argument]) => scope => IsDefined(scope, argument),
        ("now", []) => scope => Now(scope) is { } now ? now : scope.Run.Problem("the input holds no 'now'"),
        ("today", []) => scope => Now(scope) is { } now ? new FeelValue.Date(now.Local.Date) : scope.Run.Problem("the input holds no 'now'"),
        _ => null,
    };

    private static FeelValue.Moment? Now(FeelScope scope) => scope.Find("now") switch
    {
        FeelValue.Moment now => now,
        FeelValue.Text text => TemporalText.ReadMoment(text.Value),
        _ => null,
    };

    /// <summary>Asks whether something is known, so that its not being so is no problem.</summary>
    private static FeelValue.Boolean IsDefined(FeelScope scope, FeelCode argument)
    {
        var (told, failures) = (scope.Run.Problems.Count, scope.Run.Failures);
        argument(scope);
        var defined = scope.Run.Failures == failures;
        scope.Run.ForgetAfter(told);
        return FeelValue.Boolean.Of(defined);
    }
}
