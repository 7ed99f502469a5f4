using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Bench;

/// <summary>One random text: what it is, and whether it behaves. A seed and an index give the same one again.</summary>
/// <param name="IsCell">Whether it is read as the unary tests of a cell.</param>
/// <param name="Complaint">What is wrong; null when nothing is.</param>
internal sealed record FeelFuzzCase(string Text, bool IsCell, bool Reads, string? Complaint)
{
    private static readonly JsonObject Input = JsonNode.Parse("""
        {
          "a": 3, "b": 4, "a+b": 12, "a - b": "minus", "Full Name": "Ada Lovelace", "in range?": true, "x'": null, "for sale": false, "date of birth": "1815-12-10", "größe": 1.85, "n": 100, "text": "some text",
          "ctx": { "p": 1, "p-q": [1, 2, 3], "end of life": null, "inner": { "r": 5, "r*s": "x" } },
          "list": [ { "p": 1, "p-q": "a" }, { "p": 2, "p-q": "b" }, { "p": 3 } ]
        }
        """)!.AsObject();

    public static FeelFuzzCase Run(int seed, int index)
    {
        var random = new Random(unchecked(seed * 1_000_003 + index));
        var grammar = new FeelGrammar(random);
        var isCell = random.Next(5) == 0;
        var text = isCell ? grammar.UnaryTests(random.Next(1, 20)) : grammar.Expression(random.Next(1, 30));
        if (random.Next(2) == 0)
        {
            text = new FeelMutation(random).Mutate(text, grammar.Expression(random.Next(1, 20)));
        }

        return isCell ? Cell(text) : Expression(text);
    }

    private static FeelFuzzCase Expression(string text)
    {
        if (!FeelExpression.TryCompile(text, FeelGrammar.Names, out var expression, out var error))
        {
            return new FeelFuzzCase(text, IsCell: false, Reads: false, Complain(text, error));
        }

        var canonical = expression.Canonical;
        expression.Evaluate(Input);
        var same = FeelExpression.TryCompile(canonical, FeelGrammar.Names, out var again, out var refusal) && again.MeansTheSameAs(expression) && again.Canonical == canonical;
        return new FeelFuzzCase(text, IsCell: false, Reads: true, same || IsBound(refusal) ? null : $"is written {canonical}, which is another tree {refusal}");
    }

    private static FeelFuzzCase Cell(string text)
    {
        if (!UnaryTests.TryCompile(text, FeelGrammar.Names, out var tests, out var error))
        {
            return new FeelFuzzCase(text, IsCell: true, Reads: false, Complain(text, error));
        }

        var canonical = tests.Canonical;
        tests.Evaluate(Input["list"], Input);
        tests.Evaluate(Input["a"], Input);
        var same = UnaryTests.TryCompile(canonical, FeelGrammar.Names, out var again, out var refusal) && again.MeansTheSameAs(tests) && again.Canonical == canonical;
        return new FeelFuzzCase(text, IsCell: true, Reads: true, same || IsBound(refusal) ? null : $"is written {canonical}, which is another tree {refusal}");
    }

    private static string? Complain(string text, FeelError error) =>
        error.Position >= 1 && error.Position <= text.Length + 1 && error.Message.Length > 0 ? null : $"is refused at {error}";

    /// <summary>What was written may be larger than what was read, and so beyond a bound that the text itself just kept.</summary>
    private static bool IsBound(FeelError? error) => error is not null && (error.Message.StartsWith("nested more", StringComparison.Ordinal) || error.Message.StartsWith("longer than", StringComparison.Ordinal));
}
