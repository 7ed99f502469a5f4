using System.Globalization;
using OpsConsole.Core.Foundation.Dmn.Model;
using static OpsConsole.Tests.Foundation.Dmn.DmnDesk;

namespace OpsConsole.Tests.Foundation.Dmn;

public sealed class RequirementTests
{
    private const string Rate = """
        <itemDefinition name="tCustomer"><itemComponent name="since-year"><typeRef>number</typeRef></itemComponent></itemDefinition>
        <inputData name="customer" id="c"><variable name="customer" typeRef="tCustomer"/></inputData>
        <businessKnowledgeModel name="rate of" id="rate"><variable name="rate of" typeRef="number"/>
          <encapsulatedLogic><formalParameter name="years" typeRef="number"/><literalExpression><text>if years &gt; 10 then 0.1 else 0</text></literalExpression></encapsulatedLogic>
        </businessKnowledgeModel>
        <decision name="years" id="y"><variable name="years" typeRef="number"/><informationRequirement><requiredInput href="#c"/></informationRequirement>
          <literalExpression><text>2026 - customer.since-year</text></literalExpression></decision>
        <decision name="discount" id="d"><informationRequirement><requiredDecision href="#y"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#rate"/></knowledgeRequirement>
          <invocation><literalExpression><text>rate of</text></literalExpression><binding><parameter name="years"/><literalExpression><text>years</text></literalExpression></binding></invocation></decision>
        """;

    [Fact]
    public void Evaluate_Decision_FollowsItsRequirements() => AssertValue("0.1", Engine(Rate).Evaluate("discount", """{"customer": {"since-year": 2000}}"""));

    [Fact]
    public void Evaluate_NameThatIsNotRequired_IsUnknown()
    {
        var result = Engine("""
            <decision name="one" id="one"><literalExpression><text>1</text></literalExpression></decision>
            <decision name="two"><literalExpression><text>one + 1</text></literalExpression></decision>
            """).Evaluate("two");

        AssertValue("null", result);
        Assert.Contains(result.Problems, problem => problem.Contains("'one'", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_DecisionWithoutLogic_IsNull() => AssertValue("null", Engine("""<decision name="open"/>""").Evaluate("open"));

    [Fact]
    public void Evaluate_DecisionThatManyRequire_IsMadeOnce()
    {
        var engine = Engine("""
            <decision name="a" id="a"><literalExpression><text>1</text></literalExpression></decision>
            <decision name="b" id="b"><informationRequirement><requiredDecision href="#a"/></informationRequirement><literalExpression><text>a</text></literalExpression></decision>
            <decision name="c"><informationRequirement><requiredDecision href="#a"/></informationRequirement><informationRequirement><requiredDecision href="#b"/></informationRequirement>
              <literalExpression><text>a + b</text></literalExpression></decision>
            """);

        Assert.Equal(["a", "b", "c"], engine.Evaluate("c").Decisions.Select(decision => decision.Name));
    }

    [Fact]
    public void Evaluate_LongChain_IsNoDeepCall()
    {
        var chain = string.Concat(Enumerable.Range(1, 400).Select(number => string.Create(CultureInfo.InvariantCulture, $"""
            <decision name="d{number}" id="d{number}"><informationRequirement><requiredDecision href="#d{number - 1}"/></informationRequirement><literalExpression><text>d{number - 1} + 1</text></literalExpression></decision>
            """)));

        AssertValue("400", Engine("""<decision name="d0" id="d0"><literalExpression><text>0</text></literalExpression></decision>""" + chain).Evaluate("d400"));
    }

    [Fact]
    public void TryBuild_CircleOfRequirements_IsRefusedAndNamed()
    {
        var error = Assert.Single(Refusals("""
            <decision name="a" id="a"><informationRequirement><requiredDecision href="#b"/></informationRequirement></decision>
            <decision name="b" id="b"><informationRequirement><requiredDecision href="#a"/></informationRequirement></decision>
            """));

        Assert.Equal("It requires itself: a → b → a.", error.Message);
    }

    [Fact]
    public void TryBuild_DanglingReference_IsRefusedWithItsLine()
    {
        var error = Assert.Single(Refusals("\n<decision name=\"a\"><informationRequirement><requiredInput href=\"#gone\"/></informationRequirement></decision>"));

        Assert.Equal((2, "decision 'a'", "What it requires, '#gone', is not there."), (error.Line, error.Place, error.Message));
    }

    [Fact]
    public void Evaluate_Import_SeesTheOtherModelUnderItsName()
    {
        var rates = Model(Rate, "https://example.test/rates", "rates");
        var engine = Engine("""
            <import name="the rates" namespace="https://example.test/rates" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
            <inputData name="guest" id="g"><variable name="guest" typeRef="the rates.tCustomer"/></inputData>
            <decision name="both"><informationRequirement><requiredDecision href="https://example.test/rates#d"/></informationRequirement>
              <informationRequirement><requiredInput href="#g"/></informationRequirement>
              <knowledgeRequirement><requiredKnowledge href="https://example.test/rates#rate"/></knowledgeRequirement>
              <literalExpression><text>[the rates.discount, the rates.rate of(guest.since-year)]</text></literalExpression></decision>
            """, rates);

        AssertValue("[0, 0.1]", engine.Evaluate("both", """{"customer": {"since-year": 2020}, "guest": {"since-year": 11}}"""));
    }

    [Fact]
    public void TryBuild_ImportThatIsNotAtHandOrGoesInACircle_IsRefused()
    {
        const string other = """<import name="o" namespace="https://example.test/other"/>""";

        Assert.Contains("not at hand", Assert.Single(Refusals(other)).Message, StringComparison.Ordinal);
        Assert.Equal(
            "Models import each other in a circle: desk → other → desk.",
            Refusals(other, Model($"""<import name="back" namespace="{Space}"/>""", "https://example.test/other", "other"), Model(other))[0].Message);
    }

    [Theory]
    [InlineData("""<decision name="a"/><decision name="a"/>""", "The name 'a' is used twice.")]
    [InlineData("""<decision name="a" id="x"/><inputData name="b" id="x"/>""", "The id 'x' is used twice.")]
    [InlineData("""<itemDefinition name="t"/><itemDefinition name="t"/>""", "The name 't' is used twice.")]
    public void Read_SameNameOrIdTwice_IsRefused(string inside, string message) => Assert.Equal(message, Assert.Single(Core.Foundation.Dmn.DmnXml.Read(Xml(inside)).Errors).Message);

    [Fact]
    public void TryBuild_ModelMadeInCode_Runs()
    {
        var model = new DmnModel
        {
            Name = "made",
            Namespace = Space,
            Elements = [new DmnDecision { Name = "answer", Logic = new DmnLiteral { Text = "40 + 2" } }],
        };

        Assert.True(Core.Foundation.Dmn.DmnEngine.TryBuild(model, [], out var engine, out _));
        AssertValue("42", engine!.Evaluate("answer"));
    }
}
