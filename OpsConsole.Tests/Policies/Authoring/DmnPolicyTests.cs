using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Tests.Policies.Authoring;

/// <summary>Policies as DMN files and back, and policies that ask a model made elsewhere.</summary>
public sealed class DmnPolicyTests : IDisposable
{
    private const string Loyalty = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="Loyalty" namespace="urn:loyalty">
          <inputData id="i1" name="Years"><variable name="Years" typeRef="number"/></inputData>
          <decision id="d1" name="Customer class"><variable name="Customer class" typeRef="string"/>
            <informationRequirement><requiredInput href="#i1"/></informationRequirement>
            <decisionTable hitPolicy="UNIQUE">
              <input><inputExpression typeRef="number"><text>Years</text></inputExpression></input>
              <output/>
              <rule><inputEntry><text>&lt; 2</text></inputEntry><outputEntry><text>"new"</text></outputEntry></rule>
              <rule><inputEntry><text>[2..10]</text></inputEntry><outputEntry><text>"known"</text></outputEntry></rule>
              <rule><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>"known"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;

    private readonly PolicyDesk _desk = new();

    [Fact]
    public async Task Import_ADecisionTable_AsksItsDecisionForEachAnswer()
    {
        var document = Imported(await ImportAsync(Loyalty)).Document;
        Assert.Equal(("customer-class", "Customer class", "loyalty.dmn"), (document.Id, document.Title, document.Source));
        Assert.Equal(new DocumentInput("Customer class", "Customer class"), document.Inputs.Single());
        Assert.Equal([("\"new\"", "require-approval", "supervisor"), ("\"known\"", "require-approval", "supervisor")], document.Rules.Select(rule => (rule.Cells[0], rule.Verdict, rule.Approver)));
        Assert.Equal(new DocumentInput("Years", ""), document.Given.Single());
    }

    [Fact]
    public async Task Decide_APolicyWithAModel_AsksItsDecisions()
    {
        var policy = Policy(await ModelledAsync());
        Assert.Equal(["D1"], TestRun.Judge(policy, Customer(1)).Hits.Select(hit => hit.RuleId));
        Assert.Equal(["D2"], TestRun.Judge(policy, Customer(5)).Hits.Select(hit => hit.RuleId));
        Assert.All(TestRun.Judge(policy, new JsonObject()).Hits, hit => Assert.True(hit.IsUndecided));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Import_WhatWasExported_IsTheSameDocument(bool modelled)
    {
        var document = modelled ? await ModelledAsync() : PolicyDesk.With("R4", rule => rule with
        {
            Blind = true,
            Notify = ["admin", "supervisor"],
            Attach = ["photo of \"it\""],
            Expires = "PT4H",
            Reason = "{action.amount} is\nover \\ 100.",
            Cites = "FIN-4 §2",
        }) with { CaseTypes = ["refund"], From = new DateOnly(2026, 12, 1) };
        var exported = Assert.IsType<ExportOutcome.Exported>(ExportPolicy.Write(document, PolicyFormat.Dmn));
        Assert.True(DmnEngine.TryBuild(DmnXml.Read(exported.Text).Model!, [], out var engine, out _));
        Assert.Empty(engine.Faults);
        Assert.Equal(DocumentJson.Write(document), DocumentJson.Write(Imported(await ImportAsync(exported.Text)).Document));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions name=\"&x;\"/>")]
    [InlineData("<html/>")]
    [InlineData("no xml")]
    [InlineData("")]
    public async Task Import_WhatIsNoModel_IsRefusedAndNothingIsSaved(string text)
    {
        Assert.NotEmpty(Assert.IsType<PolicyRefusal.Unimportable>(Assert.IsType<ImportOutcome.Refused>(await ImportAsync(text)).Refusal).Problems);
        Assert.Empty(await _desk.Host.Get<ReadDrafts>().ListAsync(PolicyDesk.Ines, CancellationToken.None));
    }

    [Fact]
    public async Task Import_DecisionsInACircle_AreRefused()
    {
        var circle = Loyalty.Replace("<requiredInput href=\"#i1\"/>", "<requiredDecision href=\"#d1\"/>", StringComparison.Ordinal);
        Assert.NotEmpty(Assert.IsType<PolicyRefusal.Unimportable>(Assert.IsType<ImportOutcome.Refused>(await ImportAsync(circle)).Refusal).Problems);
    }

    [Fact]
    public async Task Import_AHundredMegabytes_IsRefusedUnread()
    {
        using var file = new Zeros(100_000_000);
        var outcome = await _desk.Host.Get<ImportDmnPolicy>().ImportAsync(PolicyDesk.Ines, file, "big.dmn", null, CancellationToken.None);
        Assert.NotEmpty(Assert.IsType<PolicyRefusal.Unimportable>(Assert.IsType<ImportOutcome.Refused>(outcome).Refusal).Problems);
        Assert.True(file.Position < 20_000_000);
    }

    [Fact]
    public async Task Import_SeveralDecisions_AsksWhich()
    {
        var two = Loyalty.Replace("</definitions>", "<decision id=\"d2\" name=\"Other\"><literalExpression><text>1</text></literalExpression></decision></definitions>", StringComparison.Ordinal);
        Assert.Equal(["Customer class", "Other"], Assert.IsType<ImportOutcome.Choose>(await ImportAsync(two)).Decisions);
        Assert.Equal("other", Imported(await ImportAsync(two, "Other")).PolicyId);
    }

    [Fact]
    public async Task Import_ByWhoeverMayNotWrite_IsRefused()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Loyalty));
        Assert.IsType<PolicyRefusal.Forbidden>(Assert.IsType<ImportOutcome.Refused>(
            await _desk.Host.Get<ImportDmnPolicy>().ImportAsync(PolicyDesk.Ana, file, "loyalty.dmn", null, CancellationToken.None)).Refusal);
    }

    [Fact]
    public void Compile_AModelThatIsNotGivenItsInputs_IsAFault()
    {
        var document = PolicyDesk.Refunds with { Model = Loyalty, Given = [new DocumentInput("Yeers", "1")] };
        Assert.Null(PolicyCompiler.Compile(document, 1, out var faults));
        Assert.Equal(
            ["given Yeers: The model has no input data “Yeers”.", "given: Nothing says what the model's input data “Years” is."],
            faults.Select(fault => PolicyFaultText.Of(document, fault)));
    }

    public void Dispose() => _desk.Dispose();

    private static PolicyDraft Imported(ImportOutcome outcome) => Assert.IsType<ImportOutcome.Imported>(outcome).Draft;

    private static Policy Policy(PolicyDocument document)
    {
        var policy = PolicyCompiler.Compile(document, 1, out var faults);
        Assert.Empty(faults);
        return policy!;
    }

    private static JsonObject Customer(int years) => new() { ["customer"] = new JsonObject { ["years"] = years } };

    private async Task<PolicyDocument> ModelledAsync() => Imported(await ImportAsync(Loyalty)).Document with
    {
        Owner = "Customer care",
        ActionTypes = ["sandbox.grant_credit"],
        Given = [new DocumentInput("Years", "customer.years")],
    };

    private async Task<ImportOutcome> ImportAsync(string text, string? decision = null)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await _desk.Host.Get<ImportDmnPolicy>().ImportAsync(PolicyDesk.Ines, file, "loyalty.dmn", decision, CancellationToken.None);
    }

    /// <summary>A large file that costs no memory and cannot be gone back in.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _position);
            Array.Fill(buffer, (byte)' ', offset, read);
            _position += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
