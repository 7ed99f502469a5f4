using System.Text;
using OpsConsole.Core.Foundation.Dmn;
using static OpsConsole.Tests.Foundation.Dmn.DmnDesk;

namespace OpsConsole.Tests.Foundation.Dmn;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("http://www.omg.org/spec/DMN/20151101/dmn.xsd")]
    [InlineData("http://www.omg.org/spec/DMN/20180521/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20191111/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20211108/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20230324/MODEL/")]
    public void Read_EveryVersion_IsRead(string version)
    {
        var reading = DmnXml.Read(Xml("""
            <decision name=" a&#10; b "><variable name="a b" typeRef="feel:number"/><literalExpression><text>1</text></literalExpression></decision>
            """, version: version));

        var decision = Assert.Single(reading.Model!.Elements);
        Assert.Equal(("a b", "number"), (decision.Name, decision.Variable!.TypeRef));
    }

    [Theory]
    [InlineData("<decision name=\"a\"><businessLogic/></decision>", "businessLogic", "The element businessLogic in decision is not supported.")]
    [InlineData("<decision name=\"a\"><literalExpression><importedValues/></literalExpression></decision>", "importedValues", "The element importedValues in literalExpression is not supported.")]
    [InlineData("<decision><literalExpression><text>1</text></literalExpression></decision>", "decision", "It needs the attribute 'name'.")]
    [InlineData("<decision name=\"a\"><decisionTable hitPolicy=\"BEST\"><output/></decisionTable></decision>", "decisionTable", "The hit policy 'BEST' is not known.")]
    [InlineData("<decision name=\"a\"><literalExpression expressionLanguage=\"urn:javascript\"><text>1</text></literalExpression></decision>", "literalExpression", "The expression language 'urn:javascript' is not supported; only FEEL is.")]
    [InlineData("<decision name=\"a\"><filter><in><literalExpression><text>1</text></literalExpression></in></filter></decision>", "filter", "It needs the element 'match'.")]
    [InlineData("<decision name=\"a\"><informationRequirement/></decision>", "informationRequirement", "It needs one of requiredDecision or requiredInput.")]
    [InlineData("<import name=\"a\" namespace=\"b\" importType=\"http://www.dmg.org/PMML-4_4\"/>", "import", "Imports of the type 'http://www.dmg.org/PMML-4_4' are not supported; only decision models are.")]
    public void Read_WhatIsNotUnderstood_IsRefusedByName(string inside, string element, string message)
    {
        var error = Assert.Single(DmnXml.Read(Xml("\n" + inside)).Errors);

        Assert.Equal((2, element, message), (error.Line, error.Place, error.Message));
    }

    [Theory]
    [InlineData("<decision name=\"a\"><decisionTable><input><inputExpression><text>1</text></inputExpression></input><output/><rule><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>", "It has 0 input entries for 1 inputs.")]
    [InlineData("<decision name=\"a\"><decisionTable/></decision>", "The decision table has no output.")]
    [InlineData("<decision name=\"a\"><decisionTable><output name=\"x\"/><output/></decisionTable></decision>", "Each of several outputs needs a name.")]
    [InlineData("<decision name=\"a\"><context><contextEntry><literalExpression><text>1</text></literalExpression></contextEntry><contextEntry/></context></decision>", "Only the last entry may have no name: it is the result.")]
    [InlineData("<decisionService name=\"a\"/>", "It has no output decision.")]
    public void Read_LogicThatDoesNotFit_IsRefused(string inside, string message) => Assert.Contains(DmnXml.Read(Xml(inside)).Errors, error => error.Message == message);

    [Fact]
    public void Read_WhatSaysNothingOfOutcomes_IsLeftOut()
    {
        var reading = DmnXml.Read(Xml("""
            <extensionElements><x:y xmlns:x="urn:x"/></extensionElements>
            <knowledgeSource name="law" id="law"/><textAnnotation id="t"><text>note</text></textAnnotation>
            <decision name="a"><extensionElements/><authorityRequirement><requiredAuthority href="#law"/></authorityRequirement></decision>
            """));

        Assert.Empty(reading.Errors);
        Assert.Single(reading.Model!.Elements);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<definitions")]
    [InlineData("<note/>")]
    [InlineData("<definitions xmlns=\"urn:other\" name=\"a\" namespace=\"b\"/>")]
    [InlineData("{}")]
    public void Read_WhatIsNoModel_IsOneSentence(string text)
    {
        var reading = DmnXml.Read(text);

        Assert.Null(reading.Model);
        Assert.EndsWith(".", Assert.Single(reading.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY e \"x\">]>")]
    [InlineData("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/d.dtd\">")]
    public void Read_DocumentType_IsRefusedByName(string type)
    {
        var error = Assert.Single(DmnXml.Read(type + Xml("<decision name=\"&e;\"/>")).Errors);

        Assert.Equal("DOCTYPE", error.Place);
        Assert.StartsWith("A document type", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LargeFile_IsRefusedAfterItsLimit()
    {
        using var file = new EndlessFile();

        var error = Assert.Single(DmnXml.Read(file).Errors);

        Assert.StartsWith("It is larger than 5 MB", error.Message, StringComparison.Ordinal);
        Assert.InRange(file.Given, 1, 6 * 1024 * 1024);
    }

    [Fact]
    public void Read_TooDeepOrTooManyElements_IsRefused()
    {
        Assert.Contains("levels deep", Assert.Single(DmnXml.Read(Xml(string.Concat(Enumerable.Repeat("<list>", 200)))).Errors).Message, StringComparison.Ordinal);
        Assert.Contains("more than 10 elements", Assert.Single(DmnXml.Read(Xml(string.Concat(Enumerable.Repeat("<list/>", 20))), new DmnLimits { Elements = 10 }).Errors).Message, StringComparison.Ordinal);
    }

    /// <summary>A file that never ends and counts what was taken of it.</summary>
    private sealed class EndlessFile : Stream
    {
        private static readonly byte[] Start = Encoding.UTF8.GetBytes("<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"a\" namespace=\"b\"><!--");

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var index = 0; index < count; index++, Given++)
            {
                buffer[offset + index] = Given < Start.Length ? Start[Given] : (byte)'x';
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
