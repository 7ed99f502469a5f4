using System.Globalization;
using static OpsConsole.Tests.Foundation.Dmn.DmnDesk;

namespace OpsConsole.Tests.Foundation.Dmn;

public sealed class ItemDefinitionTests
{
    private const string Types = """
        <itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"A", "B"</text></allowedValues></itemDefinition>
        <itemDefinition name="tGrades" isCollection="true"><typeRef>tGrade</typeRef></itemDefinition>
        <itemDefinition name="tSome" isCollection="true"><typeRef>number</typeRef><allowedValues><text>&gt; 0</text></allowedValues><typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>
        <itemDefinition name="tPerson"><itemComponent name="first name"><typeRef>string</typeRef></itemComponent><itemComponent name="born"><typeRef>date</typeRef></itemComponent></itemDefinition>
        """;

    [Theory]
    [InlineData("number", "1", "1")]
    [InlineData("number", "\"1\"", "null")]
    [InlineData("number", "null", "null")]
    [InlineData("number", "[1]", "1")]
    [InlineData("number", "[[1]]", "null")]
    [InlineData("tGrade", "\"A\"", "\"A\"")]
    [InlineData("tGrade", "\"C\"", "null")]
    [InlineData("tGrades", "\"A\"", "[\"A\"]")]
    [InlineData("tGrades", "[\"A\", \"C\"]", "null")]
    [InlineData("tSome", "[1, 2]", "[1, 2]")]
    [InlineData("tSome", "[1, 2, 3]", "null")]
    [InlineData("tSome", "[1, -2]", "null")]
    [InlineData("date and time", "date(\"2026-01-02\")", "\"2026-01-02T00:00:00Z\"")]
    [InlineData("tPerson", "{first name: \"Ann\", born: date(\"2000-02-03\"), more: 1}", """{"first name": "Ann", "born": "2000-02-03", "more": 1}""")]
    [InlineData("tPerson", "{first name: \"Ann\"}", "null")]
    public void Evaluate_TypedDecision_ConformsIsConvertedOrIsNull(string type, string expression, string expected) => AssertValue(
        expected,
        Engine($"""{Types}<decision name="answer"><variable name="answer" typeRef="{type}"/><literalExpression><text>{expression.Replace("<", "&lt;", StringComparison.Ordinal)}</text></literalExpression></decision>""").Evaluate("answer"));

    [Fact]
    public void Evaluate_InputAsJson_ReadsDatesByType() => AssertValue("[26, \"Ann\"]", Engine($"""
        {Types}<inputData name="who" id="who"><variable name="who" typeRef="tPerson"/></inputData>
        <decision name="answer"><informationRequirement><requiredInput href="#who"/></informationRequirement>
          <literalExpression><text>[years and months duration(who.born, date("2026-11-26")).years, who.first name]</text></literalExpression></decision>
        """).Evaluate("answer", """{"who": {"first name": "Ann", "born": "2000-02-03"}}"""));

    [Fact]
    public void Evaluate_InstanceOf_KnowsTheModelsTypes() => AssertValue("[true, false]", Engine($$"""
        {{Types}}<decision name="answer"><literalExpression><text>[{first name: "Ann", born: @"2000-02-03"} instance of tPerson, {born: 1} instance of tPerson]</text></literalExpression></decision>
        """).Evaluate("answer"));

    [Fact]
    public void Evaluate_UnknownType_IsAFaultAndNoHindrance()
    {
        var engine = Engine("""<decision name="answer"><variable name="answer" typeRef="tGone"/><literalExpression><text>1</text></literalExpression></decision>""");

        Assert.Equal("The type 'tGone' is not known.", Assert.Single(engine.Faults).Message);
        AssertValue("1", engine.Evaluate("answer"));
    }

    [Fact]
    public void TryBuild_TypeDefinedByItself_IsRefusedAndNamed() => Assert.Equal(
        "It is defined by itself: a → b → a.",
        Refusals("""<itemDefinition name="a"><typeRef>b</typeRef></itemDefinition><itemDefinition name="b"><itemComponent name="x"><typeRef>a</typeRef></itemComponent></itemDefinition>""")[0].Message);

    /// <summary>Thirty types that each hold the one before twice are a thousand million parts when written out.</summary>
    [Fact]
    public void TryBuild_TypesThatGrowBeyondBounds_AreRefused()
    {
        var types = string.Concat(Enumerable.Range(1, 30).Select(number => string.Create(CultureInfo.InvariantCulture, $"""
            <itemDefinition name="t{number}"><itemComponent name="a"><typeRef>t{number - 1}</typeRef></itemComponent><itemComponent name="b"><typeRef>t{number - 1}</typeRef></itemComponent></itemDefinition>
            """)));

        Assert.Contains("parts", Refusals("""<itemDefinition name="t0"><typeRef>number</typeRef></itemDefinition>""" + types)[0].Message, StringComparison.Ordinal);
    }
}
