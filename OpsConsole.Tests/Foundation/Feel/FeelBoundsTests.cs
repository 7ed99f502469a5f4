using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Tests.Foundation.Feel;

public sealed class FeelBoundsTests
{
    public static readonly TheoryData<string> Greedy =
    [
        "for x in 1..1000000, y in 1..1000000 return x * y",
        "some x in 1..100000000 satisfies x < 0",
        "{f: function(g) g(g), r: f(f)}",
        "{a: \"0123456789\", b: a + a + a + a + a + a + a + a + a + a, c: b + b + b + b + b + b + b + b + b + b, d: c + c + c + c + c + c + c + c + c + c, e: d + d + d + d + d + d + d + d + d + d, f: e + e}.f",
        "{a: [1, 1], b: [a, a, a, a, a, a, a, a], c: [b, b, b, b, b, b, b, b], d: [c, c, c, c, c, c, c, c], e: [d, d, d, d, d, d, d, d], f: [e, e, e, e, e, e, e, e], g: [f, f, f, f, f, f]}.g",
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\")",
        "99 ** 9999",
        "for x in 1..100000 return matches(\"aaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\")",
        "{a: for x in 1..50000 return x, b: for x in 1..100000 return list contains(a, -1)}.b",
        "{a: for x in 1..100000 return \"0123456789\", b: string join(a), c: for x in 1..100000 return contains(b, \"x\")}.c",
        "for x in 1..100000 return exp(1 / x)",
        "sum(for x in 1..99999 return count(for y in 1..99999 return y))",
    ];

    [Theory]
    [MemberData(nameof(Greedy))]
    public void Evaluate_AGreedyExpression_EndsSoonWithAProblem(string text)
    {
        Assert.True(FeelExpression.TryCompile(text, out var expression, out var error), error?.ToString());
        var started = TimeProvider.System.GetTimestamp();
        Assert.NotEmpty(expression.Evaluate([]).Problems);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 5);
    }

    [Fact]
    public void TryCompile_TooDeep_IsRefused()
    {
        foreach (var text in new[] { new string('(', 5000) + "1", new string('-', 5000) + "1", string.Join("+", Enumerable.Repeat("1", 3900)), "1" + new string(' ', 9000) + "+ 1" })
        {
            Assert.False(FeelExpression.TryCompile(text, out _, out _));
        }
    }

    [Fact]
    public void TryCompile_AnyCutOfAnExpression_NeverThrows()
    {
        const string text = "if some x in [1..5], y in {a: \"b\"}.a satisfies not(x <= -3 ** 2) then @\"P1D\" else function(a, b) a[item.c = ?](d: 1) between (< 2) and ]3..4[ // end";
        for (var length = 0; length <= text.Length; length++)
        {
            foreach (var part in new[] { text[..length], text[length..] })
            {
                if (FeelExpression.TryCompile(part, out var expression, out _))
                {
                    expression.Evaluate([]);
                }
            }
        }
    }

    [Fact]
    public void Render_ATemplate_FillsInValues()
    {
        var input = JsonNode.Parse("""{"order": {"id": "W-1", "total": 42.9, "tags": ["a", "b"]}}""")!.AsObject();
        Assert.Equal("W-1 {42.90 €} a, b (unknown)", FeelTemplate.Render("{order.id} {{{format money(order.total, \"EUR\")}}} {order.tags} {nope}", input));
    }
}
