using System.Text.Json.Nodes;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Tests.Policies.Authoring;

public sealed class DraftTests : IDisposable
{
    private readonly PolicyDesk _desk = new();

    [Fact]
    public async Task Save_AHalfTypedText_LosesNothing()
    {
        var draft = await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds);
        var half = PolicyDesk.With("R1", rule => rule with { Cells = ["> ", "", "\"d"], Verdict = "perh", Reason = "{" }) with { Title = "" };
        await _desk.SaveAsync(PolicyDesk.Ines, draft, half);
        var view = await _desk.ViewAsync(PolicyDesk.Otto, draft.Id);
        Assert.Equal(DocumentJson.Write(half), DocumentJson.Write(view.Document));
        Assert.Equal(6, view.Faults.Count);
    }

    [Fact]
    public async Task Save_TwoAtOnce_TellsTheSecondAndKeepsTheFirst()
    {
        var draft = await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds);
        var outcomes = await Task.WhenAll(
            _desk.SaveAsync(PolicyDesk.Ines, draft, PolicyDesk.Refunds with { Title = "One" }), _desk.SaveAsync(PolicyDesk.Otto, draft, PolicyDesk.Refunds with { Title = "Two" }));
        var saved = outcomes.OfType<DraftOutcome.Saved>().Single().Draft;
        var stale = Assert.IsType<PolicyRefusal.Stale>(outcomes.OfType<DraftOutcome.Refused>().Single().Refusal);
        Assert.Equal((saved.Title, saved.Revision), (stale.Stored.Title, stale.Stored.Revision));
    }

    [Fact]
    public async Task Save_TheSameText_IsNoChange()
    {
        var draft = await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds);
        Assert.Equal(draft.Revision, PolicyDesk.Saved(await _desk.SaveAsync(PolicyDesk.Otto, draft, PolicyDesk.Refunds)).Revision);
        Assert.Equal(["Ines"], (await _desk.ViewAsync(PolicyDesk.Ines, draft.Id)).Summary.Editors.Select(editor => editor.Name));
    }

    [Fact]
    public async Task Start_WithAnIdThatIsTaken_IsRefused()
    {
        await _desk.PublishedAsync(PolicyDesk.Refunds);
        Assert.Equal(new PolicyRefusal.IdTaken("refunds"), Refusal(await _desk.Drafts.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds, 0, CancellationToken.None)));
        var draft = await _desk.StartFromAsync(PolicyDesk.Ines, "refunds");
        Assert.Equal(new PolicyRefusal.IdFixed("refunds"), Refusal(await _desk.SaveAsync(PolicyDesk.Ines, draft, PolicyDesk.Refunds with { Id = "other" })));
    }

    [Fact]
    public async Task Discard_ADraft_EndsIt()
    {
        var draft = await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds);
        await _desk.Drafts.DiscardAsync(PolicyDesk.Otto, draft.Id, draft.Revision, CancellationToken.None);
        Assert.Empty(await _desk.Host.Get<ReadDrafts>().ListAsync(PolicyDesk.Ines, CancellationToken.None));
        Assert.Equal(new PolicyRefusal.WrongState(DraftState.Discarded), Refusal(await _desk.SaveAsync(PolicyDesk.Ines, draft, PolicyDesk.Refunds with { Title = "x" })));
    }

    [Fact]
    public async Task Drafts_AreNotForWhoeverMayNotWriteThem()
    {
        Assert.IsType<PolicyRefusal.Forbidden>(Refusal(await _desk.Drafts.StartAsync(PolicyDesk.Sue, PolicyDesk.Refunds, 0, CancellationToken.None)));
        var draft = await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds);
        Assert.IsType<PolicyRefusal.Forbidden>(Refusal(await _desk.SaveAsync(PolicyDesk.Ana, draft, PolicyDesk.Refunds)));
        Assert.Null(await _desk.Host.Get<ReadDrafts>().FindAsync(PolicyDesk.Ana, draft.Id, CancellationToken.None));
        Assert.NotNull(await _desk.Host.Get<ReadDrafts>().FindAsync(PolicyDesk.Sue, draft.Id, CancellationToken.None));
    }

    [Fact]
    public void Rebase_BothChangedTheSameRow_KeepsOnesOwnAndSaysSo()
    {
        var before = PolicyDesk.Refunds;
        var mine = PolicyDesk.With("R2", rule => rule with { Reason = "Mine." }) with { Rules = [.. PolicyDesk.With("R2", rule => rule with { Reason = "Mine." }).Rules.Where(rule => rule.Id != "R5")] };
        var theirs = PolicyDesk.With("R2", rule => rule with { Reason = "Theirs." }) with
        {
            Title = "All refunds",
            Inputs = [new DocumentInput("segment", "customer.segment"), .. before.Inputs],
            Rules = [.. PolicyDesk.With("R2", rule => rule with { Reason = "Theirs." }).Rules.Select(rule => rule with { Cells = ["-", .. rule.Cells] }), before.Rules[0] with { Id = "R6", Cells = ["\"vip\"", "-", "-", "-"] }],
        };
        var merged = PolicyMerge.Rebase(before, mine, theirs);
        Assert.Equal(["rule R2"], merged.Conflicts);
        Assert.Equal(("All refunds", "Mine."), (merged.Document.Title, merged.Document.Rules.Single(rule => rule.Id == "R2").Reason));
        Assert.Equal(["R1", "R2", "R3", "R4", "R6"], merged.Document.Rules.Select(rule => rule.Id));
        Assert.Equal(["\"vip\""], merged.Document.Rules[^1].Cells.Where(cell => cell != "-"));
        Assert.NotNull(PolicyCompiler.Compile(merged.Document with { Tests = [] }, 2, out _));
    }

    [Fact]
    public void Compare_TwoVersions_NamesEachRowThatDiffers()
    {
        var after = PolicyDesk.With("R2", rule => rule with { Cells = ["<= 30", .. rule.Cells.Skip(1)] });
        after = after with { Title = "All refunds", Rules = [after.Rules[1], after.Rules[0], after.Rules[3], after.Rules[4], after.Rules[0] with { Id = "R6" }] };
        var diff = PolicyDiff.Compare(PolicyDesk.Refunds, after);
        Assert.Equal([new FieldDiff("title", "Refunds", "All refunds")], diff.Header);
        Assert.Equal(
            [("R2", DiffKind.Changed), ("R1", DiffKind.Same), ("R3", DiffKind.Removed), ("R4", DiffKind.Same), ("R5", DiffKind.Same), ("R6", DiffKind.Added)],
            diff.Rules.Select(rule => (rule.Name, rule.Kind)));
        Assert.Equal([new FieldDiff("amount", "<= 25", "<= 30")], diff.Rules[0].Fields);
        Assert.True(PolicyDiff.Compare(PolicyDesk.Refunds, PolicyDesk.Refunds).IsEmpty);
    }

    [Fact]
    public void Run_TestsThatFail_SayWhatCame()
    {
        var input = PolicyDesk.Refunds.Tests[0].InputJson;
        var document = PolicyDesk.Refunds with
        {
            Tests = [.. PolicyDesk.Refunds.Tests, new PolicyTest("verdict", input, "allow", "", []), new PolicyTest("role", input, "require-approval", "agent", []), new PolicyTest("row", input, "require-approval", "", ["R4", "R1"])],
        };
        var results = Assert.IsType<TestsOutcome.Ran>(RunPolicyTests.Run(PolicyDesk.Ana, document)).Results;
        Assert.Equal(
            [null, "Expected allow, got require-approval by R4: Over 100 €.", "Expected the approver agent, got supervisor by R4.", "Expected R1 to fire; what fired is R4."],
            results.Select(result => result.Problem));
    }

    [Fact]
    public void UsedInput_OfADecision_LeavesOutWhatNoRuleLooksAt()
    {
        var input = (JsonObject)JsonNode.Parse(
            """{"action":{"id":"a","amount":5,"currency":"EUR"},"order":{"status":"delivered","order_id":"O-1","items":[1]},"customer":{"flags":[],"email":"x@y"},"case":{"type":"refund","number":7}}""")!;
        Assert.Equal(
            """{"action":{"id":"a","amount":5,"currency":"EUR"},"order":{"status":"delivered","order_id":"O-1"},"customer":{"flags":[]},"case":{"type":"refund"}}""",
            UsedInput.Of(PolicyDesk.Refunds, input).ToJsonString());
    }

    public void Dispose() => _desk.Dispose();

    private static PolicyRefusal Refusal(DraftOutcome outcome) => Assert.IsType<DraftOutcome.Refused>(outcome).Refusal;
}
