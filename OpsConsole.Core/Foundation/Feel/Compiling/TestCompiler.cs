using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>
/// Unary tests and the <c>in</c> operator (DMN 1.5, 7.3.14 and 10.3.2.7): a test that looks at the value itself holds when it is true; any other
/// holds when the value equals what it gives, or lies in the range or list that it gives.
/// </summary>
internal static class TestCompiler
{
    public static FeelCode Compile(FeelNode node) => node switch
    {
        FeelNode.In { Value: var value, Choices: FeelNode.Tests tests } => In(Compiler.Compile(value), Tests(tests)),
        FeelNode.Tests tests => Tests(tests),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "No test"),
    };

    private static FeelCode In(FeelCode value, FeelCode tests) => scope => tests(scope.With(Compiler.TestedName, value(scope)));

    private static FeelCode Tests(FeelNode.Tests tests)
    {
        FeelCode[] alternatives = [.. tests.Alternatives.Select(Test)];
        return scope =>
        {
            bool? result = false;
            foreach (var alternative in alternatives)
            {
                result = FeelCompare.Or(result, Compiler.Truth(alternative(scope)));
                if (result == true)
                {
                    break;
                }
            }

            return FeelValue.Boolean.Of(tests.Negated ? !result : result);
        };
    }

    private static FeelCode Test(FeelNode node)
    {
        var code = Compiler.Compile(node);
        return LooksAtValue(node) ? code : scope => FeelValue.Boolean.Of(Matches(scope.Run, scope.Find(Compiler.TestedName)!, code(scope)));
    }

    private static bool? Matches(FeelRun run, FeelValue value, FeelValue test) => test switch
    {
        FeelValue.Range range when value is not FeelValue.Range => FeelCompare.Contains(run, range, value),
        FeelValue.List list when value is not FeelValue.List => Holds(run, list, value),
        FeelValue.List list => FeelCompare.Or(FeelCompare.Equal(run, value, list), Holds(run, list, value)),
        FeelValue.Boolean boolean when value is not (FeelValue.Boolean or FeelValue.Null) => boolean.Value,
        _ => FeelCompare.Equal(run, value, test),
    };

    /// <summary>Whether the list has the value, or a range in which it lies; items of other types are simply not it.</summary>
    private static bool? Holds(FeelRun run, FeelValue.List list, FeelValue value)
    {
        bool? found = false;
        foreach (var item in list.Items)
        {
            if (!run.Step())
            {
                return null;
            }

            found = FeelCompare.Or(found, item switch
            {
                FeelValue.Range range when value is not FeelValue.Range => (range.Low ?? range.High)?.TypeName == value.TypeName ? FeelCompare.Contains(run, range, value) : false,
                _ => item.TypeName == value.TypeName ? FeelCompare.Equal(run, item, value) : false,
            });
            if (found == true)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Whether the test asks about <c>?</c>; the tests of an inner <c>in</c> have a value of their own.</summary>
    private static bool LooksAtValue(FeelNode node) => node switch
    {
        FeelNode.Tested => true,
        FeelNode.In test => LooksAtValue(test.Value),
        _ => FeelNodes.Inside(node).Any(LooksAtValue),
    };
}
