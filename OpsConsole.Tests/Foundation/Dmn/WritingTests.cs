using System.Xml.Linq;
using OpsConsole.Core.Foundation.Dmn;
using static OpsConsole.Tests.Foundation.Dmn.DmnDesk;

namespace OpsConsole.Tests.Foundation.Dmn;

public sealed class WritingTests
{
    private static readonly XNamespace Dmn = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    private static readonly XNamespace Diagram = "https://www.omg.org/spec/DMN/20230324/DMNDI/";

    /// <summary>One of everything that a model can hold.</summary>
    private const string Everything = """
        <description>All of it &amp; more</description>
        <import name="other" id="i" namespace="urn:other" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
        <itemDefinition name="t" id="t" label="T" isCollection="true"><description>d</description><typeRef>number</typeRef><allowedValues><text>&gt; 0</text></allowedValues><typeConstraint><text>count(?) &lt; 9</text></typeConstraint></itemDefinition>
        <itemDefinition name="p"><itemComponent name="a b" isCollection="true"><typeRef>t</typeRef></itemComponent></itemDefinition>
        <itemDefinition name="f"><functionItem outputTypeRef="number"><parameters name="n" typeRef="number"/></functionItem></itemDefinition>
        <inputData name="x" id="x"><variable name="x" typeRef="number"/></inputData>
        <decision name="d one" id="d" label="L"><description>why</description><question>Which?</question><allowedAnswers>one or two</allowedAnswers><variable name="d one" id="v" typeRef="number"/>
          <informationRequirement><requiredInput href="#x"/></informationRequirement><informationRequirement><requiredDecision href="urn:other#o"/></informationRequirement>
          <knowledgeRequirement><requiredKnowledge href="#b"/></knowledgeRequirement>
          <decisionTable id="dt" hitPolicy="COLLECT" aggregation="SUM" outputLabel="O"><input id="in" label="I"><inputExpression typeRef="number"><text>x</text></inputExpression><inputValues><text>[0..9]</text></inputValues></input>
            <output id="out" name="o" typeRef="number"><outputValues><text>1, 2</text></outputValues><defaultOutputEntry><text>1</text></defaultOutputEntry></output><annotation name="Reason"/>
            <rule id="r2"><description>second first</description><inputEntry id="e"><text>&gt; 1</text></inputEntry><outputEntry typeRef="number"><text>1</text></outputEntry><annotationEntry><text>because</text></annotationEntry></rule>
            <rule id="r1"><inputEntry><text>-</text></inputEntry><outputEntry><text>2</text></outputEntry><annotationEntry><text></text></annotationEntry></rule></decisionTable></decision>
        <businessKnowledgeModel name="b" id="b"><variable name="b"/><encapsulatedLogic><formalParameter name="n" typeRef="number"/>
          <context><contextEntry><variable name="c"/><conditional><if><literalExpression><text>true</text></literalExpression></if><then><list><literalExpression><text>1</text></literalExpression></list></then><else><relation><column name="r"/><row><literalExpression><text>1</text></literalExpression></row></relation></else></conditional></contextEntry>
            <contextEntry><variable name="e"/><filter><in><literalExpression><text>c</text></literalExpression></in><match><literalExpression><text>true</text></literalExpression></match></filter></contextEntry>
            <contextEntry><variable name="g"/><for iteratorVariable="k"><in><literalExpression><text>c</text></literalExpression></in><return><some iteratorVariable="m"><in><literalExpression><text>c</text></literalExpression></in><satisfies><literalExpression><text>true</text></literalExpression></satisfies></some></return></for></contextEntry>
            <contextEntry><variable name="h"/><every iteratorVariable="m"><in><literalExpression><text>c</text></literalExpression></in><satisfies><literalExpression><text>true</text></literalExpression></satisfies></every></contextEntry>
            <contextEntry><variable name="fn"/><functionDefinition kind="Java"><formalParameter name="z"/><context/></functionDefinition></contextEntry>
            <contextEntry><invocation typeRef="number"><literalExpression><text>fn</text></literalExpression><binding><parameter name="z"/><literalExpression><text>"&lt;é&gt;"</text></literalExpression></binding></invocation></contextEntry></context></encapsulatedLogic></businessKnowledgeModel>
        <decisionService name="s" id="s"><variable name="s" typeRef="f"/><outputDecision href="#d"/><encapsulatedDecision href="#d"/><inputDecision href="#d"/><inputData href="#x"/></decisionService>
        """;

    [Fact]
    public void Write_ReadAgain_SaysTheSame()
    {
        var model = Model(Everything);

        var again = DmnXml.Read(DmnXml.Write(model));

        Assert.Empty(again.Errors);
        Assert.Equal(Tell(model), Tell(again.Model));
        Assert.Equal(DmnXml.Write(model), DmnXml.Write(again.Model!));
    }

    [Fact]
    public void Write_Elements_StandInTheOrderOfTheSchema()
    {
        var root = XDocument.Parse(DmnXml.Write(Model(Everything))).Root!;

        Assert.Equal(
            ["description", "import", "itemDefinition", "itemDefinition", "itemDefinition", "inputData", "decision", "businessKnowledgeModel", "decisionService", "DMNDI"],
            root.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(
            ["description", "question", "allowedAnswers", "variable", "informationRequirement", "informationRequirement", "knowledgeRequirement", "decisionTable"],
            root.Element(Dmn + "decision")!.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(["variable", "encapsulatedLogic"], root.Element(Dmn + "businessKnowledgeModel")!.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(["outputValues", "defaultOutputEntry"], root.Descendants(Dmn + "output").First().Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Write_Diagram_ShowsEveryElementAndEveryRequirementInside()
    {
        var root = XDocument.Parse(DmnXml.Write(Model(Everything))).Root!;
        var ids = root.Descendants().Where(element => element.Name.Namespace == Dmn).Select(element => element.Attribute("id")?.Value).OfType<string>().ToList();
        var drawn = root.Descendants().Where(element => element.Name.Namespace == Diagram).Select(element => element.Attribute("dmnElementRef")?.Value).OfType<string>().ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(drawn, reference => Assert.Contains(reference, ids));
        Assert.Equal(4, root.Descendants(Diagram + "DMNShape").Count());
        Assert.Equal(2, root.Descendants(Diagram + "DMNEdge").Count());
        var places = root.Descendants(Diagram + "DMNShape").Select(shape => shape.Elements().Single()).Select(bounds => (bounds.Attribute("x")!.Value, bounds.Attribute("y")!.Value)).ToList();
        Assert.Equal(places.Count, places.Distinct().Count());
    }

    [Fact]
    public void Write_CharactersThatXmlDoesNotHave_AreReplaced()
    {
        var model = Model("<decision name=\"a\"/>") with { Description = "a\u0001b\uD800c\uD83D\uDE00" };

        Assert.Equal("a\uFFFDb\uFFFDc\uD83D\uDE00", DmnXml.Read(DmnXml.Write(model)).Model!.Description);
    }

    [Fact]
    public void Write_ElementsWithoutIds_GetIdsOfTheirOwn()
    {
        var model = Model("""<decision name="a b"/><decision name="a_b"/>""");

        Assert.Equal(["_a_b", "_a_b-2"], model.Elements.Select(element => element.Id));
        Assert.Equal(Tell(model), Tell(DmnXml.Read(DmnXml.Write(model)).Model));
    }
}
