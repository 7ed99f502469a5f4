using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Types;

namespace OpsConsole.Tests.Foundation.Feel;

public sealed class FeelNamesTests
{
    private static readonly FeelNames Names = FeelNames
        .Of("a", "b", "a+b", "a - c", "c", "Full Name", "in range?", "x'", "for sale", "date of birth", "profit", "loss", "Approved/Declined", "größe")
        .With("applicant", FeelNames.Of("Pre-score", "score", "Pre").With("home", FeelNames.Of("post/zip", "street no.")))
        .With("loans", FeelNames.Of("rate+fee", "rate", "fee"))
        .With("make", FeelNames.Of("left-over"));

    private static readonly JsonObject Input = JsonNode.Parse("""
        {
          "a": 1, "b": 2, "a+b": 100, "a - c": 200, "c": 5, "Full Name": "Ada", "in range?": true, "x'": 7, "for sale": false, "date of birth": "1815", "profit": 10, "loss": 4, "Approved/Declined": "Approved",
          "größe": 2, "applicant": { "Pre-score": 50, "score": 1, "Pre": 9, "home": { "post/zip": 75001, "street no.": 12 } }, "loans": [ { "rate+fee": 3, "rate": 1, "fee": 1 }, { "rate+fee": 4, "rate": 2, "fee": 2 } ]
        }
        """)!.AsObject();

    [Theory]
    [InlineData("a+b", "100")]
    [InlineData("a + b", "100")]
    [InlineData("(a)+b", "3")]
    [InlineData("b+a", "3")]
    [InlineData("a-c", "200")]
    [InlineData("a -  c", "200")]
    [InlineData("Full   Name", "\"Ada\"")]
    [InlineData("if in range? then x' else 0", "7")]
    [InlineData("for sale", "false")]
    [InlineData("date of birth", "\"1815\"")]
    [InlineData("profit-loss", "6")]
    [InlineData("Approved/Declined = \"Approved\"", "true")]
    [InlineData("größe*größe", "4")]
    public void Evaluate_ANameWithSpecials_IsTheLongestInScope(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("applicant.Pre-score", "50")]
    [InlineData("applicant.score-applicant.Pre", "-8")]
    [InlineData("applicant.home.post/zip", "75001")]
    [InlineData("applicant.home.street no. + 1", "13")]
    [InlineData("loans.rate+fee", "[3,4]")]
    [InlineData("loans[1].rate+fee", "3")]
    [InlineData("loans[rate+fee > 3].fee", "[2]")]
    [InlineData("for loan in loans return loan.rate+fee", "[3,4]")]
    [InlineData("some loan in loans satisfies loan.rate+fee = 4", "true")]
    [InlineData("(if a = 1 then applicant else null).Pre-score", "50")]
    public void Evaluate_AMemberWithSpecials_IsKnownByWhatHasIt(string text, string expected) => AssertValue(text, expected);

    [Theory]
    [InlineData("for p-q in [1, 2] return p-q * 2", "[2,4]")]
    [InlineData("for i in 1..2, j-k in [i] return j-k", "[1,2]")]
    [InlineData("every each one in [1, 2] satisfies each one > 0", "true")]
    [InlineData("{p-q: 1, r: p-q + 1}.r", "2")]
    [InlineData("{p-q: 1, r: 2}.p-q", "1")]
    [InlineData("[{p-q: 1}, {p-q: 2}][p-q = 2].p-q", "[2]")]
    [InlineData("(function(p-q: number, r) p-q - r)(5, 3)", "2")]
    [InlineData("{f: function(n-1) if n-1 <= 0 then 0 else f(n-1 - 1), r: f(3)}.r", "0")]
    [InlineData("{a: 3, b: 4, r: a+b}.r", "100")]
    public void Evaluate_ANameThatTheExpressionMakes_IsInScopeWhereItStands(string text, string expected) => AssertValue(text, expected);

    [Fact]
    public void TryCompile_WithoutNames_TakesNeighbouringWordsForOne()
    {
        foreach (var name in new[] { "date shipped", "date of birth" })
        {
            Assert.True(FeelExpression.TryCompile(name, out var expression, out var error), error?.ToString());
            Assert.Equal("\"x\"", expression.Evaluate(new JsonObject { [name] = "x" }).Value?.ToJsonString());
        }
    }

    [Fact]
    public void TryCompile_ANameInScopeFollowedByAnother_IsRefused()
    {
        Assert.False(FeelExpression.TryCompile("profit loss", Names, out _, out var error));
        Assert.Equal(new FeelError(8, "expected an operator or the end, found 'loss'"), error);
    }

    [Fact]
    public void TryCompile_TheSameTextWithOtherNames_MeansAnotherThing()
    {
        Assert.True(FeelExpression.TryCompile("p-q", FeelNames.Of("p-q"), out var one, out _));
        Assert.True(FeelExpression.TryCompile("p-q", FeelNames.Of("p", "q"), out var other, out _));
        Assert.False(one.MeansTheSameAs(other));
        Assert.True(FeelExpression.TryCompile("p-q", Names, out var first, out _) && FeelExpression.TryCompile("p-q", Names, out var second, out _) && ReferenceEquals(first, second));
    }

    [Fact]
    public void Evaluate_UnaryTestsWithNames_SeeThem()
    {
        Assert.True(UnaryTests.TryCompile("> a+b, profit-loss", Names, out var tests, out var error), error?.ToString());
        Assert.Equal("true", tests.Evaluate(101, Input).Value?.ToJsonString());
        Assert.Equal("true", tests.Evaluate(6, Input).Value?.ToJsonString());
        Assert.Equal("false", tests.Evaluate(7, Input).Value?.ToJsonString());
    }

    [Theory]
    [InlineData("a+b + count(loans)", "")]
    [InlineData("aa + a", "aa")]
    [InlineData("for i in loans return i.rate + j + partial[1]", "j")]
    [InlineData("some i in 1..n, j in i..m satisfies i = j", "n m")]
    [InlineData("loans[rate > limit].fee + lions[rate > 1].fee", "lions")]
    [InlineData("{p: q, r: p, f: function(x) f(x + y)}", "q y")]
    [InlineData("nosuch(a)", "nosuch")]
    public void UnknownNames_AreThoseOfNoScope(string text, string expected)
    {
        Assert.True(FeelExpression.TryCompile(text, Names, out var expression, out var error), error?.ToString());
        Assert.Equal(expected, string.Join(' ', expression.UnknownNames));
    }

    [Fact]
    public void With_AType_TellsMembersAndIsKnownByItsName()
    {
        var applicant = new FeelType.ContextOf([new FeelType.MemberType("net-worth", FeelType.Number)]);
        var names = FeelNames.None.With("people", new FeelType.ListOf(applicant)).WithType("tApplicant", applicant).WithType("lib.tList", new FeelType.ListOf(applicant));
        Assert.True(FeelExpression.TryCompile("people[1].net-worth + (if people instance of lib.tList and people[1] instance of tApplicant then 1 else 0)", names, out var expression, out var error), error?.ToString());
        Assert.Equal("6", expression.Evaluate(JsonNode.Parse("""{"people": [{"net-worth": 5}]}""")!.AsObject()).Value?.ToJsonString());
    }

    private static void AssertValue(string text, string expected)
    {
        Assert.True(FeelExpression.TryCompile(text, Names, out var expression, out var error), error?.ToString());
        var value = expression.Evaluate(Input).Value;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), value), $"{text} gave {value?.ToJsonString() ?? "null"}, not {expected}");
    }
}
