using static OpsConsole.Tests.Foundation.Dmn.DmnDesk;

namespace OpsConsole.Tests.Foundation.Dmn;

public sealed class BoxedExpressionTests
{
    [Fact]
    public void Evaluate_Context_EntriesSeeThoseBeforeThem() => AssertValue("""{"a b": 2, "c": 6}""", Answer("""
        <context>
          <contextEntry><variable name="a b"/><literalExpression><text>2</text></literalExpression></contextEntry>
          <contextEntry><variable name="c" typeRef="number"/><literalExpression><text>a b * 3</text></literalExpression></contextEntry>
        </context>
        """));

    [Fact]
    public void Evaluate_ContextWithAResultCell_GivesTheResult() => AssertValue("24", Answer("""
        <context>
          <contextEntry><variable name="factorial"/><functionDefinition><formalParameter name="n" typeRef="number"/>
            <literalExpression><text>if n &lt; 2 then 1 else n * factorial(n - 1)</text></literalExpression></functionDefinition></contextEntry>
          <contextEntry><literalExpression><text>factorial(4)</text></literalExpression></contextEntry>
        </context>
        """));

    [Fact]
    public void Evaluate_ListAndRelation_GiveLists()
    {
        AssertValue("[1, [2]]", Answer("<list><literalExpression><text>1</text></literalExpression><list><literalExpression><text>2</text></literalExpression></list></list>"));
        AssertValue("""[{"city": "Lyon", "days": 2}, {"city": "Turin", "days": null}]""", Answer("""
            <relation><column name="city"/><column name="days" typeRef="number"/>
              <row><literalExpression><text>"Lyon"</text></literalExpression><literalExpression><text>2</text></literalExpression></row>
              <row><literalExpression><text>"Turin"</text></literalExpression><literalExpression><text>"soon"</text></literalExpression></row>
            </relation>
            """));
    }

    [Theory]
    [InlineData("1 &lt; 2", "\"then\"")]
    [InlineData("1 &gt; 2", "\"else\"")]
    [InlineData("null", "\"else\"")]
    public void Evaluate_Conditional_TakesTheElseUnlessTrue(string condition, string expected) => AssertValue(expected, Answer($"""
        <conditional><if><literalExpression><text>{condition}</text></literalExpression></if>
          <then><literalExpression><text>"then"</text></literalExpression></then>
          <else><literalExpression><text>"else"</text></literalExpression></else></conditional>
        """));

    [Theory]
    [InlineData("[{n: 1}, {n: 2}, {n: 3}]", "n &gt; 1", """[{"n": 2}, {"n": 3}]""")]
    [InlineData("[1, 2]", "item &gt; 5", "[]")]
    [InlineData("[1, 2]", "\"yes\"", "null")]
    [InlineData("null", "true", "null")]
    public void Evaluate_Filter_KeepsWhatMatches(string source, string match, string expected) => AssertValue(expected, Answer($"""
        <filter><in><literalExpression><text>{source}</text></literalExpression></in><match><literalExpression><text>{match}</text></literalExpression></match></filter>
        """));

    [Theory]
    [InlineData("[1, 2, 3]", "n * 2", "[2, 4, 6]")]
    [InlineData("[1, 2, 3]", "n + sum(append(partial, 0))", "[1, 3, 7]")]
    [InlineData("[]", "n", "[]")]
    public void Evaluate_For_MapsEveryItem(string source, string body, string expected) => AssertValue(expected, Answer($"""
        <for iteratorVariable="n"><in><literalExpression><text>{source}</text></literalExpression></in><return><literalExpression><text>{body}</text></literalExpression></return></for>
        """));

    [Theory]
    [InlineData("some", "[1, 2]", "n &gt; 1", "true")]
    [InlineData("some", "[]", "true", "false")]
    [InlineData("every", "[1, 2]", "n &gt; 1", "false")]
    [InlineData("every", "[]", "false", "true")]
    [InlineData("every", "[1, 2]", "\"yes\"", "null")]
    public void Evaluate_Quantified_AsksEveryItem(string kind, string source, string condition, string expected) => AssertValue(expected, Answer($"""
        <{kind} iteratorVariable="n"><in><literalExpression><text>{source}</text></literalExpression></in><satisfies><literalExpression><text>{condition}</text></literalExpression></satisfies></{kind}>
        """));

    [Fact]
    public void Evaluate_FunctionOfJava_IsRefusedByNameAndTheRestRuns()
    {
        var engine = Engine("""
            <decision name="bad"><functionDefinition kind="Java"><formalParameter name="n"/><context/></functionDefinition></decision>
            <decision name="good"><literalExpression><text>1</text></literalExpression></decision>
            """);

        Assert.Contains("kind Java", Assert.Single(engine.Faults).Message, StringComparison.Ordinal);
        AssertValue("null", engine.Evaluate("bad"));
        AssertValue("1", engine.Evaluate("good"));
    }

    [Fact]
    public void Evaluate_ExpressionThatCannotBeRead_NamesPlaceAndPosition()
    {
        var engine = Engine("""<decision name="answer"><literalExpression><text>1 + * 2</text></literalExpression></decision>""");

        var fault = Assert.Single(engine.Faults);
        Assert.Equal((1, "decision 'answer'"), (fault.Line, fault.Place));
        Assert.Contains("position 5", fault.Message, StringComparison.Ordinal);
        Assert.Contains("position 5", Assert.Single(engine.Evaluate("answer").Problems), StringComparison.Ordinal);
    }
}
