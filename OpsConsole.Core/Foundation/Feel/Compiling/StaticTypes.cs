using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Types;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>What a function's own text tells of the type that it gives. What it does not tell is <c>Null</c>, which conforms to every type.</summary>
internal static class StaticTypes
{
    public static FeelType OfResult(FeelNode.Function function) => Of(function.Body, function.Parameters);

    private static FeelType Of(FeelNode node, Sequence<FeelNode.Parameter> parameters) => node switch
    {
        FeelNode.Literal literal => FeelType.Find(literal.Value.TypeName) ?? FeelType.Null,
        FeelNode.Name name => parameters.FirstOrDefault(parameter => parameter.Name == name.Text)?.Type?.Type ?? FeelType.Null,
        FeelNode.Binary { Operator: "=" or "!=" or "<" or "<=" or ">" or ">=" or "and" or "or" } => FeelType.Boolean,
        FeelNode.Between or FeelNode.In or FeelNode.Tests or FeelNode.InstanceOf or FeelNode.Quantified => FeelType.Boolean,
        FeelNode.Binary binary => OfCalculation(binary, parameters),
        FeelNode.Negation negation => Of(negation.Operand, parameters),
        FeelNode.If choice => Of(choice.Then, parameters) is var then && Of(choice.Else, parameters) == then ? then : FeelType.Null,
        FeelNode.ListOf list => new FeelType.ListOf(Common([.. list.Items.Select(item => Of(item, parameters))])),
        FeelNode.ContextOf context => new FeelType.ContextOf([.. context.Entries.Select(entry => new FeelType.MemberType(entry.Name!, Of(entry.Value, parameters)))]),
        _ => FeelType.Null,
    };

    private static FeelType OfCalculation(FeelNode.Binary binary, Sequence<FeelNode.Parameter> parameters)
    {
        var left = Of(binary.Left, parameters);
        var same = left == Of(binary.Right, parameters);
        return same && (left == FeelType.Number || (left == FeelType.Text && binary.Operator == "+")) ? left : FeelType.Null;
    }

    private static FeelType Common(FeelType[] types) => types.Length > 0 && Array.TrueForAll(types, type => type == types[0]) ? types[0] : FeelType.Null;
}
