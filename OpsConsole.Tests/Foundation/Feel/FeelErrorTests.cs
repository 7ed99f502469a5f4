using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Tests.Foundation.Feel;

public sealed class FeelErrorTests
{
    [Theory]
    [InlineData("x == 5", 4, "expected a value, found '==', which FEEL writes '='")]
    [InlineData("x <> 5", 4, "expected a value, found '<>', which FEEL writes '!='")]
    [InlineData("x => 5", 4, "expected a value, found '=>', which FEEL writes '>='")]
    [InlineData("x && y", 3, "expected an operator or the end, found '&&', which FEEL writes 'and'")]
    [InlineData("x || y", 3, "expected an operator or the end, found '||', which FEEL writes 'or'")]
    [InlineData("!x", 1, "expected a value, found '!', which FEEL writes not(…)")]
    [InlineData("x is null", 6, "expected an operator or the end, found 'null': FEEL asks with = null")]
    [InlineData("x in 1..3", 7, "expected an operator or the end, found '..': a range stands in brackets, as in [1..5]")]
    [InlineData("x > 1 ? 2 : 3", 7, "expected an operator or the end, found '?': FEEL chooses with if … then … else …")]
    [InlineData("x = 'abc'", 5, "expected a value, found a single quote: texts stand in double quotes")]
    [InlineData("x = \u201Cabc\u201D", 5, "expected a value, found a curly quote: texts stand in straight double quotes")]
    [InlineData("1,5 * x", 2, "expected an operator or the end, found ',': the fraction of a number follows a point, as in 1.5")]
    [InlineData("if x \"a\" else \"b\"", 6, "expected 'then', found the text \"a\"")]
    [InlineData("1 + \"abc", 5, "expected a value, found a text without its closing quote")]
    [InlineData("1 /* one", 3, "expected an operator or the end, found a comment without its end")]
    [InlineData("(1 + 2", 7, "expected ')', found the end")]
    [InlineData("[1..", 5, "expected a value, found the end")]
    [InlineData("{a: 1, a: 2}", 9, "the entry 'a' stands twice")]
    [InlineData("{1: 2}", 2, "expected a name and ':', found '1'")]
    [InlineData("f(1, b: 2)", 9, "arguments go either all by name or all by place")]
    [InlineData("function(a, a) 1", 14, "the parameter 'a' stands twice")]
    [InlineData("function(a) external {java: {}}", 13, "external functions (Java, PMML) are not supported: a decision runs nothing outside itself")]
    [InlineData("x instance of nothing", 15, "expected the name of a type, found 'nothing'")]
    [InlineData("x.", 3, "expected the name of a member, found the end")]
    public void TryCompile_AUsualMistake_IsSaidInWords(string text, int position, string message)
    {
        Assert.False(FeelExpression.TryCompile(text, out _, out var error));
        Assert.Equal(new FeelError(position, message), error);
    }

    [Theory]
    [InlineData("> > 5", 3, "expected a value, found '>'")]
    [InlineData("not(1, 2", 9, "expected ')', found the end")]
    [InlineData(">= 18 and < 65", 7, "expected ',' or the end, found 'and': two bounds are one range, as in [18..65)")]
    [InlineData("< 18 or > 65", 6, "expected ',' or the end, found 'or': alternatives have a comma between them")]
    [InlineData("1 2", 3, "expected ',' or the end, found '2'")]
    public void TryCompile_AnUnreadableCell_TellsWhere(string text, int position, string message)
    {
        Assert.False(UnaryTests.TryCompile(text, out _, out var error));
        Assert.Equal(new FeelError(position, message), error);
    }
}
