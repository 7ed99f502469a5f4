using OpsConsole.Core.Foundation.Feel.Compiling;
using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>
/// Reads <c>[1..3]</c>, <c>("a".."c")</c>, <c>[@"2026-01-01"..)</c>: an end is a literal and nothing that would have to be calculated (DMN 1.5, grammar
/// rule 67). An end may lack where the bracket is open.
/// </summary>
internal static class RangeText
{
    private static readonly FeelMembers NoNames = FeelMembers.Of(Array.Empty<KeyValuePair<string, FeelValue>>());

    /// <summary>Null when it is none.</summary>
    public static FeelValue.Range? Read(FeelRun run, string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length < 4 || trimmed[0] is not ('[' or '(' or ']') || trimmed[^1] is not (']' or ')' or '['))
        {
            return null;
        }

        var (lowIncluded, highIncluded) = (trimmed[0] == '[', trimmed[^1] == ']');
        var inner = trimmed[1..^1];
        var dots = Dots(inner);
        if (dots < 0 || !TryEnd(run, inner[..dots].ToString(), out var low) || !TryEnd(run, inner[(dots + 2)..].ToString(), out var high))
        {
            return null;
        }

        var isBounded = (low is not null || !lowIncluded) && (high is not null || !highIncluded) && (low is not null || high is not null);
        return isBounded && (low is null || high is null || FeelCompare.Order(run, low, high) <= 0)
            ? new FeelValue.Range(low, lowIncluded, high, highIncluded)
            : null;
    }

    /// <summary>Where the two dots are; those in texts do not count.</summary>
    private static int Dots(ReadOnlySpan<char> text)
    {
        var quoted = false;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[at] == '.' && text[at + 1] == '.')
            {
                return at;
            }
        }

        return -1;
    }

    private static bool TryEnd(FeelRun run, string text, out FeelValue? end)
    {
        end = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (Parser.ParseExpression(text, FeelNames.None, out _) is not { } node || !IsLiteral(node))
        {
            return false;
        }

        end = Compiler.Compile(node)(FeelScope.Root(run, new FeelValue.Context(NoNames)));
        return end is FeelValue.Number or FeelValue.Text or FeelValue.Date or FeelValue.Time or FeelValue.Moment or FeelValue.Duration or FeelValue.Period;
    }

    private static bool IsLiteral(FeelNode node) => node switch
    {
        FeelNode.Literal => true,
        FeelNode.Negation { Operand: FeelNode.Literal { Value: FeelValue.Number } } => true,
        FeelNode.Call { Callee: FeelNode.Name { Text: "date" or "time" or "date and time" or "duration" }, Arguments: [{ Value: FeelNode.Literal { Value: FeelValue.Text } }] } => true,
        _ => false,
    };
}
