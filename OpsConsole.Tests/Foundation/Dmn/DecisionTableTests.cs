using OpsConsole.Core.Foundation.Dmn;
using static OpsConsole.Tests.Foundation.Dmn.DmnDesk;

namespace OpsConsole.Tests.Foundation.Dmn;

public sealed class DecisionTableTests
{
    private const string Rules = """
        <rule><inputEntry><text>&gt; 5</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>
        <rule><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>"high"</text></outputEntry></rule>
        <rule><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>"middle"</text></outputEntry></rule>
        <rule><inputEntry><text>[100..200)</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>
        """;

    private const string Numbers = """
        <rule><inputEntry><text>&gt; 5</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
        <rule><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>x - 10</text></outputEntry></rule>
        <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>0.5</text></outputEntry></rule>
        """;

    [Theory]
    [InlineData("UNIQUE", 7, "\"low\"")]
    [InlineData("UNIQUE", 12, "null")]
    [InlineData("UNIQUE", 1, "null")]
    [InlineData("ANY", 7, "\"low\"")]
    [InlineData("ANY", 12, "null")]
    [InlineData("FIRST", 12, "\"low\"")]
    [InlineData("PRIORITY", 12, "\"high\"")]
    [InlineData("PRIORITY", 120, "\"high\"")]
    [InlineData("RULE ORDER", 120, "[\"low\", \"high\", \"middle\", \"low\"]")]
    [InlineData("OUTPUT ORDER", 120, "[\"high\", \"middle\", \"low\", \"low\"]")]
    [InlineData("COLLECT", 12, "[\"low\", \"high\", \"middle\"]")]
    [InlineData("COLLECT", 1, "[]")]
    [InlineData("RULE ORDER", 1, "[]")]
    public void Evaluate_HitPolicy_TakesWhatItSays(string policy, int x, string expected) =>
        AssertValue(expected, Table($"hitPolicy=\"{policy}\"", "<outputValues><text>\"high\", \"middle\", \"low\"</text></outputValues>", Rules, x));

    [Theory]
    [InlineData("SUM", 12, "4.5")]
    [InlineData("MIN", 12, "0.5")]
    [InlineData("MAX", 20, "10")]
    [InlineData("COUNT", 12, "3")]
    [InlineData("COUNT", 1, "1")]
    public void Evaluate_Aggregation_AggregatesTheOutputs(string aggregation, int x, string expected) =>
        AssertValue(expected, Table($"hitPolicy=\"COLLECT\" aggregation=\"{aggregation}\"", "", Numbers, x));

    [Fact]
    public void Evaluate_CountWithoutAMatch_IsZero() =>
        AssertValue("0", Table("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "", Rules, 1));

    [Fact]
    public void Evaluate_TwoMatchesWhereOneMay_AreTold() =>
        Assert.Contains("decision 'answer': rules 1 and 2 and 3 match, and only one may", Table("", "", Rules, 12).Problems);

    [Fact]
    public void Evaluate_NoMatch_GivesTheDefault() =>
        AssertValue("\"none\"", Table("", "<defaultOutputEntry><text>\"none\"</text></defaultOutputEntry>", Rules, 1));

    [Fact]
    public void Evaluate_SeveralOutputs_AreAContext()
    {
        var engine = Engine("""
            <inputData name="x" id="x"/>
            <decision name="answer"><informationRequirement><requiredInput href="#x"/></informationRequirement>
              <decisionTable hitPolicy="PRIORITY">
                <input><inputExpression><text>x</text></inputExpression></input>
                <output name="effect"><outputValues><text>"deny", "allow"</text></outputValues></output>
                <output name="who"><outputValues><text>"supervisor", "agent"</text></outputValues><defaultOutputEntry><text>"nobody"</text></defaultOutputEntry></output>
                <rule><inputEntry><text>&gt; 1</text></inputEntry><outputEntry><text>"deny"</text></outputEntry><outputEntry><text>"agent"</text></outputEntry></rule>
                <rule><inputEntry><text>&gt; 2</text></inputEntry><outputEntry><text>"deny"</text></outputEntry><outputEntry><text>"supervisor"</text></outputEntry></rule>
                <rule><inputEntry><text>&gt; 3</text></inputEntry><outputEntry><text>"allow"</text></outputEntry><outputEntry><text>"supervisor"</text></outputEntry></rule>
              </decisionTable></decision>
            """);

        AssertValue("""{"effect": "deny", "who": "supervisor"}""", engine.Evaluate("answer", """{"x": 9}"""));
        AssertValue("""{"effect": null, "who": "nobody"}""", engine.Evaluate("answer", """{"x": 0}"""));
    }

    [Fact]
    public void Evaluate_InputOutsideOfItsAllowedValues_IsNullAndTold()
    {
        var result = Engine("""
            <inputData name="x" id="x"/>
            <decision name="answer"><informationRequirement><requiredInput href="#x"/></informationRequirement>
              <decisionTable>
                <input><inputExpression><text>x</text></inputExpression><inputValues><text>"a", "b"</text></inputValues></input><output/>
                <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
              </decisionTable></decision>
            """).Evaluate("answer", """{"x": "c"}""");

        AssertValue("null", result);
        Assert.Contains("the value of decision 'answer', input 1 is none of the allowed ones", result.Problems);
    }

    [Fact]
    public void Evaluate_CellThatCannotBeRead_IsMetByNothingAndIsAFault()
    {
        var engine = Engine("""
            <decision name="answer"><decisionTable>
                <input><inputExpression><text>1</text></inputExpression></input><output/>
                <rule><inputEntry><text>&gt; &gt; 1</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
                <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
            </decisionTable></decision>
            """);

        AssertValue("2", engine.Evaluate("answer"));
        Assert.StartsWith("decision 'answer', rule 1, input 1", Assert.Single(engine.Faults).Place, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Trace_TellsInputsAndTheRulesThatFired()
    {
        var result = Table("hitPolicy=\"COLLECT\"", "", Rules.Replace("</outputEntry></rule>", "</outputEntry><annotationEntry><text>why</text></annotationEntry></rule>", StringComparison.Ordinal), 12);

        var table = Assert.Single(result.Tables);
        Assert.Equal(("decision 'answer'", "Collect"), (table.Place, table.HitPolicy));
        Assert.Equal(("x", "12"), (Assert.Single(table.Inputs).Expression, table.Inputs[0].Value!.ToJsonString()));
        Assert.Equal([1, 2, 3], table.Fired.Select(rule => rule.Number));
        Assert.Equal(["> 10"], table.Fired[1].Tests);
        Assert.Equal("\"high\"", table.Fired[1].Outputs[0].Value!.ToJsonString());
        Assert.Equal(["why"], table.Fired[1].Annotations);
        Assert.Equal("answer", Assert.Single(result.Decisions).Name);
    }

    private static DmnResult Table(string attributes, string output, string rules, int x) => Engine($"""
        <inputData name="x" id="x"><variable name="x" typeRef="number"/></inputData>
        <decision name="answer"><informationRequirement><requiredInput href="#x"/></informationRequirement>
          <decisionTable {attributes}>
            <input><inputExpression typeRef="number"><text>x</text></inputExpression></input>
            <output>{output}</output>
            {rules}
          </decisionTable></decision>
        """).Evaluate("answer", $$"""{"x": {{x}}}""");
}
