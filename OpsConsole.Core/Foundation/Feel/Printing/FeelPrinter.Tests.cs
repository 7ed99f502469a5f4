using OpsConsole.Core.Foundation.Feel.Syntax;

namespace OpsConsole.Core.Foundation.Feel.Printing;

internal sealed partial class FeelPrinter
{
    private string Alternatives(FeelNode.Tests tests) => string.Join(", ", tests.Alternatives.Select(Alternative));

    /// <summary>A test of the value itself goes without it: <c>&gt; 25</c>. A lone <c>not(x)</c> would be read as a cell that is negated.</summary>
    private string Alternative(FeelNode test) => test switch
    {
        FeelNode.Binary { Left: FeelNode.Tested } binary when Precedences.Of(binary) == Precedence.Comparison => $"{binary.Operator} {Operand(binary.Right, Precedence.Sum)}",
        FeelNode.Call { Callee: FeelNode.Name { Text: "not" } } => $"({Expression(test)})",
        _ => Expression(test),
    };

    /// <summary>What stands after <c>in</c>: one test goes without parentheses unless it has a comparison, or is a range written as one.</summary>
    private string Choices(FeelNode.Tests choices)
    {
        if (choices.Alternatives is [var single] && !wary && Precedences.Of(single) >= Precedence.Sum)
        {
            var text = Operand(single, Precedence.Sum);
            return text.Length > 1 && text[0] == '(' && text[1] is '<' or '>' or '=' or '!' ? $"({text})" : text;
        }

        return $"({Alternatives(choices)})";
    }

    private string Range(FeelNode.Range range) => (range.Test, range.Low, range.High) switch
    {
        ({ } test, { } low, _) => $"({test} {Operand(low, Precedence.Sum)})",
        (_, null, { } high) => $"({(range.HighIncluded ? "<=" : "<")} {Operand(high, Precedence.Sum)})",
        (_, { } low, null) => $"({(range.LowIncluded ? ">=" : ">")} {Operand(low, Precedence.Sum)})",
        (_, { } low, { } high) => $"{(range.LowIncluded ? "[" : "(")}{Expression(low)}..{High(high)}{(range.HighIncluded ? "]" : ")")}",
        _ => throw new ArgumentOutOfRangeException(nameof(range), range, "A range without ends"),
    };

    /// <summary>A bracket at the end of a range could close it.</summary>
    private string High(FeelNode node)
    {
        var text = Operand(node, Precedence.Sum);
        return text.Contains('[', StringComparison.Ordinal) ? $"({text})" : text;
    }
}
