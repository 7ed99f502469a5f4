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
        FeelValue.Range range => FeelCompare.Contains(run, range, value),
        FeelValue.List list when value is not FeelValue.List => list.Items.Aggregate((bool?)false, (found, item) => FeelCompare.Or(found, Matches(run, value, item))),
        FeelValue.List list => FeelCompare.Or(FeelCompare.Equal(run, value, list), Holds(run, list, value)),
        FeelValue.Boolean boolean when value is not (FeelValue.Boolean or FeelValue.Null) => boolean.Value,
        _ => FeelCompare.Equal(run, value, test),
    };

    private static bool? Holds(FeelRun run, FeelValue.List list, FeelValue value) =>
        list.Items.Where(item => item is FeelValue.List).Aggregate((bool?)false, (found, item) => FeelCompare.Or(found, FeelCompare.Equal(run, item, value)));

    private static bool LooksAtValue(FeelNode node) => node switch
    {
        FeelNode.Tested => true,
        FeelNode.Member member => LooksAtValue(member.Target),
        FeelNode.Filter filter => LooksAtValue(filter.Target) || LooksAtValue(filter.Condition),
        FeelNode.Call call => call.Arguments.Any(argument => LooksAtValue(argument.Value)),
        FeelNode.Negation negation => LooksAtValue(negation.Operand),
        FeelNode.Binary binary => LooksAtValue(binary.Left) || LooksAtValue(binary.Right),
        FeelNode.Between between => LooksAtValue(between.Value) || LooksAtValue(between.Low) || LooksAtValue(between.High),
        FeelNode.In test => LooksAtValue(test.Value),
        FeelNode.InstanceOf instance => LooksAtValue(instance.Value),
        FeelNode.If choice => LooksAtValue(choice.Condition) || LooksAtValue(choice.Then) || LooksAtValue(choice.Else),
        FeelNode.For loop => LooksAtValue(loop.Body) || loop.Iterators.Any(iterator => LooksAtValue(iterator.Source)),
        FeelNode.Quantified quantified => LooksAtValue(quantified.Condition) || quantified.Iterators.Any(iterator => LooksAtValue(iterator.Source)),
        _ => false,
    };
}
