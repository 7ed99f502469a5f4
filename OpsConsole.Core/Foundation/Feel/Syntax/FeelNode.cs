using OpsConsole.Core.Foundation.Feel.Types;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>An expression as it was understood (DMN 1.5, 10.3.1.2). Two trees are equal when they say the same.</summary>
internal abstract record FeelNode
{
    private FeelNode()
    {
    }

    /// <param name="Source">How a number, date, time or duration was written.</param>
    public sealed record Literal(FeelValue Value, string? Source = null) : FeelNode;

    /// <summary>A variable, or a function's name.</summary>
    public sealed record Name(string Text) : FeelNode;

    /// <summary>The <c>?</c> of a unary test: the value that is tested.</summary>
    public sealed record Tested : FeelNode;

    /// <summary>The <c>-</c> of a cell: whatever the value is.</summary>
    public sealed record Anything : FeelNode;

    public sealed record Member(FeelNode Target, string MemberName) : FeelNode;

    public sealed record Filter(FeelNode Target, FeelNode Condition) : FeelNode;

    public sealed record Call(FeelNode Callee, Sequence<Argument> Arguments) : FeelNode;

    public sealed record Negation(FeelNode Operand) : FeelNode;

    /// <summary><c>+ - * / ** = != &lt; &lt;= &gt; &gt;=</c>, <c>and</c>, <c>or</c>.</summary>
    public sealed record Binary(string Operator, FeelNode Left, FeelNode Right) : FeelNode;

    public sealed record Between(FeelNode Value, FeelNode Low, FeelNode High) : FeelNode;

    public sealed record In(FeelNode Value, Tests Choices) : FeelNode;

    /// <summary>Tests of one value, separated by commas; true when one of them is.</summary>
    public sealed record Tests(Sequence<FeelNode> Alternatives, bool Negated) : FeelNode;

    public sealed record InstanceOf(FeelNode Value, TypeName Type) : FeelNode;

    public sealed record If(FeelNode Condition, FeelNode Then, FeelNode Else) : FeelNode;

    public sealed record For(Sequence<Iterator> Iterators, FeelNode Body) : FeelNode;

    public sealed record Quantified(bool Every, Sequence<Iterator> Iterators, FeelNode Condition) : FeelNode;

    public sealed record ListOf(Sequence<FeelNode> Items) : FeelNode;

    public sealed record ContextOf(Sequence<Argument> Entries) : FeelNode;

    /// <summary>An end that is null is unbounded.</summary>
    /// <param name="Test"><c>=</c> or <c>!=</c> for <c>(= 10)</c>, whose ends are both what it asks for.</param>
    public sealed record Range(FeelNode? Low, bool LowIncluded, FeelNode? High, bool HighIncluded, string? Test = null) : FeelNode;

    public sealed record Function(Sequence<Parameter> Parameters, FeelNode Body) : FeelNode;

    /// <summary>An argument or entry; without a name it goes by its place.</summary>
    public sealed record Argument(string? Name, FeelNode Value);

    /// <param name="Type">Null when the parameter takes anything.</param>
    public sealed record Parameter(string Name, TypeName? Type);

    /// <summary><c>name in source</c>, or <c>name in source..until</c>.</summary>
    public sealed record Iterator(string Name, FeelNode Source, FeelNode? Until);

    /// <summary>A type by the name under which it was asked for.</summary>
    public sealed record TypeName(string Text, FeelType Type);
}
