using static OpsConsole.Tests.Foundation.Dmn.DmnDesk;

namespace OpsConsole.Tests.Foundation.Dmn;

public sealed class FunctionTests
{
    private const string Service = """
        <inputData name="amount" id="amount"><variable name="amount" typeRef="number"/></inputData>
        <inputData name="country" id="country"><variable name="country" typeRef="string"/></inputData>
        <decision name="rate" id="rate"><variable name="rate" typeRef="number"/><informationRequirement><requiredInput href="#country"/></informationRequirement>
          <literalExpression><text>if country = "FR" then 0.2 else 0.1</text></literalExpression></decision>
        <decision name="tax" id="tax"><variable name="tax" typeRef="number"/><informationRequirement><requiredInput href="#amount"/></informationRequirement>
          <informationRequirement><requiredDecision href="#rate"/></informationRequirement><literalExpression><text>amount * rate</text></literalExpression></decision>
        <decision name="total" id="total"><informationRequirement><requiredInput href="#amount"/></informationRequirement><informationRequirement><requiredDecision href="#tax"/></informationRequirement>
          <literalExpression><text>amount + tax</text></literalExpression></decision>
        <decisionService name="whole" id="whole"><outputDecision href="#total"/><encapsulatedDecision href="#tax"/><encapsulatedDecision href="#rate"/>
          <inputData href="#amount"/><inputData href="#country"/></decisionService>
        <decisionService name="given rate" id="given"><outputDecision href="#tax"/><outputDecision href="#total"/><inputDecision href="#rate"/><inputData href="#amount"/></decisionService>
        """;

    [Theory]
    [InlineData("whole(100, \"FR\")", "120")]
    [InlineData("whole(country: \"DE\", amount: 100)", "110")]
    [InlineData("whole(\"100\", \"FR\")", "null")]
    [InlineData("whole(100)", "null")]
    [InlineData("given rate(100, 0.5)", """{"tax": 50, "total": 150}""")]
    public void Evaluate_CallOfAService_TakesInputDataThenInputDecisions(string call, string expected) => AssertValue(expected, Engine(Service + $"""
        <decision name="caller"><knowledgeRequirement><requiredKnowledge href="#whole"/></knowledgeRequirement><knowledgeRequirement><requiredKnowledge href="#given"/></knowledgeRequirement>
          <literalExpression><text>{call}</text></literalExpression></decision>
        """).Evaluate("caller", """{"amount": 1, "country": "IT"}"""));

    [Fact]
    public void Evaluate_ServiceByName_TakesTheInputsAsArguments()
    {
        var engine = Engine(Service);

        AssertValue("120", engine.Evaluate("whole", """{"amount": 100, "country": "FR"}"""));
        AssertValue("""{"tax": 30, "total": 130}""", engine.Evaluate("given rate", """{"amount": 100, "rate": 0.3, "country": "FR"}"""));
    }

    [Fact]
    public void Evaluate_Service_KnowsNothingOfWhatIsOutside() => AssertValue("[120, 110]", Engine(Service + """
        <decision name="caller"><informationRequirement><requiredDecision href="#total"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#whole"/></knowledgeRequirement>
          <literalExpression><text>[whole(100, "FR"), total]</text></literalExpression></decision>
        """).Evaluate("caller", """{"amount": 100, "country": "DE"}"""));

    [Fact]
    public void Evaluate_ServiceThatLacksAnInput_DoesNotTakeItFromOutside() => AssertValue("[110, 120]", Engine(Service + """
        <decisionService name="lacking" id="lacking"><outputDecision href="#total"/><inputData href="#amount"/></decisionService>
        <decision name="caller"><informationRequirement><requiredDecision href="#total"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#lacking"/></knowledgeRequirement>
          <literalExpression><text>[lacking(100), total]</text></literalExpression></decision>
        """).Evaluate("caller", """{"amount": 100, "country": "FR"}"""));

    [Fact]
    public void Evaluate_KnowledgeModelPassedToAFunction_IsCalledThere() => AssertValue("[1, 4, 9]", Engine("""
        <itemDefinition name="tOfNumber"><functionItem outputTypeRef="number"><parameters name="n" typeRef="number"/></functionItem></itemDefinition>
        <businessKnowledgeModel name="square" id="square"><encapsulatedLogic><formalParameter name="n" typeRef="number"/><literalExpression><text>n * n</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        <businessKnowledgeModel name="each" id="each"><encapsulatedLogic><formalParameter name="list"/><formalParameter name="f" typeRef="tOfNumber"/>
          <literalExpression><text>for n in list return f(n)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        <decision name="answer"><knowledgeRequirement><requiredKnowledge href="#square"/></knowledgeRequirement><knowledgeRequirement><requiredKnowledge href="#each"/></knowledgeRequirement>
          <literalExpression><text>each([1, 2, 3], square)</text></literalExpression></decision>
        """).Evaluate("answer"));

    [Fact]
    public void Evaluate_KnowledgeModelThatCallsItself_IsBounded()
    {
        var engine = Engine("""
            <businessKnowledgeModel name="down" id="down"><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>if n = 0 then 0 else down(n - 1)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            <decision name="near"><knowledgeRequirement><requiredKnowledge href="#down"/></knowledgeRequirement><literalExpression><text>down(5)</text></literalExpression></decision>
            <decision name="far"><knowledgeRequirement><requiredKnowledge href="#down"/></knowledgeRequirement><literalExpression><text>down(100000)</text></literalExpression></decision>
            """);

        AssertValue("0", engine.Evaluate("near"));
        var far = engine.Evaluate("far");
        AssertValue("null", far);
        Assert.NotEmpty(far.Problems);
    }

    [Fact]
    public void Evaluate_InvocationWithAnUnknownParameter_CallsNothing()
    {
        var result = Engine("""
            <businessKnowledgeModel name="f" id="f"><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            <decision name="answer"><knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>
              <invocation><literalExpression><text>f</text></literalExpression><binding><parameter name="m"/><literalExpression><text>1</text></literalExpression></binding></invocation></decision>
            """).Evaluate("answer");

        AssertValue("null", result);
        Assert.Single(result.Problems);
    }
}
