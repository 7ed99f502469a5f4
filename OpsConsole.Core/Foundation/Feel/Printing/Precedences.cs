using OpsConsole.Core.Foundation.Feel.Syntax;

namespace OpsConsole.Core.Foundation.Feel.Printing;

/// <summary>How tightly a node binds.</summary>
internal static class Precedences
{
    public static Precedence Of(FeelNode node) => node switch
    {
        FeelNode.If or FeelNode.For or FeelNode.Quantified or FeelNode.Function => Precedence.Lowest,
        FeelNode.Binary binary => OfOperator(binary.Operator),
        FeelNode.Between or FeelNode.In => Precedence.Comparison,
        FeelNode.Negation => Precedence.Negation,
        FeelNode.InstanceOf => Precedence.InstanceOf,
        _ => Precedence.Steps,
    };

    private static Precedence OfOperator(string name) => name switch
    {
        "or" => Precedence.Disjunction,
        "and" => Precedence.Conjunction,
        "+" or "-" => Precedence.Sum,
        "*" or "/" => Precedence.Product,
        "**" => Precedence.Power,
        _ => Precedence.Comparison,
    };
}
