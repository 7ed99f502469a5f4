using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Printing;

/// <summary>
/// Writes a tree as FEEL, with one space round operators and no parenthesis that is not needed. Reading what was written gives the same tree.
/// </summary>
/// <param name="wary">Puts names into parentheses of their own, for where a known name reaches over an operator: <c>(a) - (b)</c> beside
/// a variable <c>a - b</c>.</param>
internal sealed partial class FeelPrinter(bool wary)
{
    public static string Print(FeelNode node, bool wary) => new FeelPrinter(wary).Whole(node);

    private string Whole(FeelNode node) => node is FeelNode.Tests tests ? (tests.Negated ? $"not({Alternatives(tests)})" : Alternatives(tests)) : Expression(node);

    private string Expression(FeelNode node) => Operand(node, Precedence.Lowest);

    /// <summary>A node where something binding like <paramref name="least"/> may stand.</summary>
    private string Operand(FeelNode node, Precedence least)
    {
        var text = Bare(node);
        var isWary = wary && node is (FeelNode.Name or FeelNode.Member or FeelNode.InstanceOf or FeelNode.Tested);
        return isWary || Precedences.Of(node) < least ? $"({text})" : text;
    }

    private string Bare(FeelNode node) => node switch
    {
        FeelNode.Literal literal => Literal(literal),
        FeelNode.Name name => name.Text,
        FeelNode.Tested => "?",
        FeelNode.Anything => "-",
        FeelNode.Member member => $"{Operand(member.Target, Precedence.Steps)}.{member.MemberName}",
        FeelNode.Filter filter => $"{Operand(filter.Target, Precedence.Steps)}[{Expression(filter.Condition)}]",
        FeelNode.Call call => $"{Operand(call.Callee, Precedence.Steps)}({string.Join(", ", call.Arguments.Select(Argument))})",
        FeelNode.Negation negation => $"-{Negated(negation.Operand)}",
        FeelNode.Binary binary => Binary(binary),
        FeelNode.Between between => $"{Operand(between.Value, Precedence.Comparison)} between {Operand(between.Low, Precedence.Sum)} and {Operand(between.High, Precedence.Sum)}",
        FeelNode.In test => $"{Operand(test.Value, Precedence.Comparison)} in {Choices(test.Choices)}",
        FeelNode.Tests tests => Alternatives(tests),
        FeelNode.InstanceOf instance => $"{Operand(instance.Value, Precedence.InstanceOf)} instance of {instance.Type.Text}",
        FeelNode.If choice => $"if {Expression(choice.Condition)} then {Expression(choice.Then)} else {Expression(choice.Else)}",
        FeelNode.For loop => $"for {Iterators(loop.Iterators)} return {Expression(loop.Body)}",
        FeelNode.Quantified quantified => $"{(quantified.Every ? "every" : "some")} {Iterators(quantified.Iterators)} satisfies {Expression(quantified.Condition)}",
        FeelNode.ListOf list => $"[{string.Join(", ", list.Items.Select(Expression))}]",
        FeelNode.ContextOf context => $"{{{string.Join(", ", context.Entries.Select(entry => $"{Key(entry.Name!)}: {Expression(entry.Value)}"))}}}",
        FeelNode.Range range => Range(range),
        FeelNode.Function function => $"function({string.Join(", ", function.Parameters.Select(Parameter))}) {Expression(function.Body)}",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "A node without text"),
    };

    private static string Literal(FeelNode.Literal literal) => literal.Value switch
    {
        FeelValue.Text text => Quoted(text.Value),
        FeelValue.Boolean boolean => boolean.Value ? "true" : "false",
        FeelValue.Null => "null",
        FeelValue.Number => literal.Source!,
        _ => "@" + Quoted(literal.Source!),
    };

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}\"";

    private string Binary(FeelNode.Binary binary)
    {
        var own = Precedences.Of(binary);
        return $"{Operand(binary.Left, own)} {binary.Operator} {Operand(binary.Right, own + 1)}";
    }

    /// <summary>The minus of a number would be read as a part of it.</summary>
    private string Negated(FeelNode operand)
    {
        var text = Operand(operand, Precedence.Negation);
        return char.IsAsciiDigit(text[0]) || text[0] == '.' ? $"({text})" : text;
    }

    private string Argument(FeelNode.Argument argument) => argument.Name is null ? Expression(argument.Value) : $"{argument.Name}: {Expression(argument.Value)}";

    private static string Parameter(FeelNode.Parameter parameter) => parameter.Type is null ? parameter.Name : $"{parameter.Name}: {parameter.Type.Text}";

    private string Iterators(IEnumerable<FeelNode.Iterator> iterators) => string.Join(", ", iterators.Select(iterator =>
        $"{iterator.Name} in {Expression(iterator.Source)}{(iterator.Until is null ? "" : ".." + Expression(iterator.Until))}"));

    private static string Key(string key) => NameReader.IsPlain(key) ? key : Quoted(key);
}
