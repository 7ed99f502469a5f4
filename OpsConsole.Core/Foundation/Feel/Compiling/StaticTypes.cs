using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Types;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>What an expression's own text tells of the type that it gives; <c>Any</c> when that is little.</summary>
internal static class StaticTypes
{
    public static FeelType Of(FeelNode node) => node switch
    {
        FeelNode.Literal literal => FeelType.Find(literal.Value.TypeName) ?? FeelType.Null,
        FeelNode.Binary { Operator: "=" or "!=" or "<" or "<=" or ">" or ">=" or "and" or "or" } => FeelType.Boolean,
        FeelNode.Between or FeelNode.In or FeelNode.Tests or FeelNode.InstanceOf or FeelNode.Quantified => FeelType.Boolean,
        FeelNode.Binary { Operator: "*" or "/" or "**" or "-" or "+" } sum when Of(sum.Left) is var left && left == Of(sum.Right) && (left == FeelType.Number || (left == FeelType.Text && sum.Operator == "+")) => left,
        FeelNode.If choice when Of(choice.Then) is var then && Of(choice.Else) == then => then,
        FeelNode.ListOf { Items.Count: > 0 } list when Of(list.Items[0]) is var item && list.Items.All(other => Of(other) == item) => new FeelType.ListOf(item),
        FeelNode.ContextOf context => new FeelType.ContextOf([.. context.Entries.Select(entry => new FeelType.MemberType(entry.Name!, Of(entry.Value)))]),
        _ => FeelType.Any,
    };
}
