using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>An expression as it was understood (DMN 1.5, 10.3.1.2).</summary>
internal abstract record FeelNode
{
    private FeelNode()
    {
    }

    public sealed record Literal(FeelValue Value) : FeelNode;

    /// <summary>A variable, or a function's name.</summary>
    public sealed record Name(string Text) : FeelNode;

    /// <summary>The <c>?</c> of a unary test: the value that is tested.</summary>
    public sealed record Tested : FeelNode;

    public sealed record Member(FeelNode Target, string MemberName) : FeelNode;

    public sealed record Filter(FeelNode Target, FeelNode Condition) : FeelNode;

    public sealed record Call(FeelNode Callee, IReadOnlyList<Argument> Arguments) : FeelNode;

    public sealed record Negation(FeelNode Operand) : FeelNode;

    /// <summary><c>+ - * / ** = != &lt; &lt;= &gt; &gt;=</c>, <c>and</c>, <c>or</c>.</summary>
    public sealed record Binary(string Operator, FeelNode Left, FeelNode Right) : FeelNode;

    public sealed record Between(FeelNode Value, FeelNode Low, FeelNode High) : FeelNode;

    public sealed record In(FeelNode Value, FeelNode Choices) : FeelNode;

    /// <summary>Tests of one value, separated by commas; true when one of them is.</summary>
    public sealed record Tests(IReadOnlyList<FeelNode> Alternatives, bool Negated) : FeelNode;

    public sealed record InstanceOf(FeelNode Value, string Type) : FeelNode;

    public sealed record If(FeelNode Condition, FeelNode Then, FeelNode Else) : FeelNode;

    public sealed record For(IReadOnlyList<Iterator> Iterators, FeelNode Body) : FeelNode;

    public sealed record Quantified(bool Every, IReadOnlyList<Iterator> Iterators, FeelNode Condition) : FeelNode;

    public sealed record ListOf(IReadOnlyList<FeelNode> Items) : FeelNode;

    public sealed record ContextOf(IReadOnlyList<Argument> Entries) : FeelNode;

    /// <summary>An end that is null is unbounded.</summary>
    public sealed record Range(FeelNode? Low, bool LowIncluded, FeelNode? High, bool HighIncluded) : FeelNode;

    public sealed record Function(IReadOnlyList<string> Parameters, FeelNode Body) : FeelNode;

    /// <summary>An argument or entry; without a name it goes by its place.</summary>
    public sealed record Argument(string? Name, FeelNode Value);

    /// <summary><c>name in source</c>, or <c>name in source..until</c>.</summary>
    public sealed record Iterator(string Name, FeelNode Source, FeelNode? Until);
}
