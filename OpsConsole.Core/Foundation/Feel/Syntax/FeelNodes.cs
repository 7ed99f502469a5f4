namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>What a node is made of.</summary>
internal static class FeelNodes
{
    public static IEnumerable<FeelNode> Inside(FeelNode node) => node switch
    {
        FeelNode.Member member => [member.Target],
        FeelNode.Filter filter => [filter.Target, filter.Condition],
        FeelNode.Call call => call.Arguments.Select(argument => argument.Value).Prepend(call.Callee),
        FeelNode.Negation negation => [negation.Operand],
        FeelNode.Binary binary => [binary.Left, binary.Right],
        FeelNode.Between between => [between.Value, between.Low, between.High],
        FeelNode.In test => [test.Value, test.Choices],
        FeelNode.Tests tests => tests.Alternatives,
        FeelNode.InstanceOf instance => [instance.Value],
        FeelNode.If choice => [choice.Condition, choice.Then, choice.Else],
        FeelNode.For loop => Sources(loop.Iterators).Append(loop.Body),
        FeelNode.Quantified quantified => Sources(quantified.Iterators).Append(quantified.Condition),
        FeelNode.ListOf list => list.Items,
        FeelNode.ContextOf context => context.Entries.Select(entry => entry.Value),
        FeelNode.Range range => Ends(range),
        FeelNode.Function function => [function.Body],
        _ => [],
    };

    private static IEnumerable<FeelNode> Sources(IEnumerable<FeelNode.Iterator> iterators) =>
        iterators.SelectMany(iterator => iterator.Until is null ? new[] { iterator.Source } : [iterator.Source, iterator.Until]);

    private static IEnumerable<FeelNode> Ends(FeelNode.Range range)
    {
        if (range.Low is not null)
        {
            yield return range.Low;
        }

        if (range.High is not null && range.Test is null)
        {
            yield return range.High;
        }
    }
}
