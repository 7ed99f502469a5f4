using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Tests.Policies.Documents;

public sealed class PolicyCompilerTests
{
    private static readonly PolicyDocument Good = PolicyYaml.Read("p.yaml", PolicyTexts.Refunds, [])!;

    [Fact]
    public void Compile_AGoodDocument_KeepsWhatWasWritten()
    {
        var policy = PolicyCompiler.Compile(Good with { CaseTypes = ["refund"], From = new DateOnly(2026, 12, 1) }, 3, out var faults);
        Assert.Empty(faults);
        Assert.Equal((3, "refund", new DateOnly(2026, 12, 1)), (policy!.Version, policy.CaseTypes.Single(), policy.From!.Value));
        Assert.Equal(Good.Rules, policy.Document.Rules);
    }

    [Fact]
    public void Compile_TheCanonicalText_HasTheSameDigest()
    {
        var errors = new List<ConfigError>();
        var read = PolicyReader.Read("p.yaml", PolicyYaml.Write(Good), 1, errors);
        Assert.Equal(PolicyCompiler.Compile(Good, 1, out _)!.Digest, read!.Digest);
    }

    [Fact]
    public void Compile_ManyFaults_TellsEachAtItsPlace()
    {
        var rule = Good.Rules[0] with { Cells = ["> ", "cancelled", ""], Verdict = "perhaps", Notify = ["boss"], Reason = "{" };
        var document = Good with
        {
            Id = "a b",
            Title = "",
            ActionTypes = [],
            From = new DateOnly(2027, 1, 1),
            Until = new DateOnly(2026, 1, 1),
            Inputs = [Good.Inputs[0] with { Expression = "1 +" }, Good.Inputs[1] with { Values = "[" }, Good.Inputs[2] with { Name = "status" }],
            Rules = [rule, .. Good.Rules.Skip(1)],
            Tests = [new PolicyTest("", "[]", "maybe", "boss", ["R9"])],
        };
        Assert.Null(PolicyCompiler.Compile(document, 1, out var faults));
        Assert.Equal(
            [
                "id: The id is made of letters, digits, '-', '_' and '.', 64 at the most, and begins with a letter or digit.",
                "title: The title is missing.",
                "governs: It must say which action types it governs: a list of ids, or * for all.",
                "until: The last day is before the first.",
                "input amount, expression, position 4: This expression cannot be read: expected a value, found the end.",
                "input status, values, position 2: This list of values cannot be read: expected a value, found the end.",
                "input status, name: Another input is called 'status' too.",
                "rule R1, amount, position 3: This test cannot be read: expected a value, found the end.",
                "rule R1, status: This is the name cancelled; a text needs quotes of its own, \"cancelled\", and another value is written = cancelled.",
                "rule R1, status: The cell is empty; - stands for anything.",
                "rule R1, verdict: The verdict must be allow, require-approval or deny, not 'perhaps'.",
                "rule R1, notify: There is no role 'boss'; there are agent, supervisor, admin, auditor.",
                "rule R1, reason, position 1: This reason cannot be read: expected '}' further on, found the end.",
                "test 1: The name of the test is missing.",
                "test 1: The input is no JSON object, such as {\"action\": {\"amount\": 20}}.",
                "test 1: The verdict must be allow, require-approval or deny, not 'maybe'.",
                "test 1: The approver must be agent or supervisor, not 'boss'.",
                "test 1: There is no rule 'R9'.",
            ],
            faults.Select(fault => PolicyFaultText.Of(document, fault)));
    }

    [Fact]
    public void Compile_RowsThatDoNotFitTheColumns_AreFaults()
    {
        var document = Good with { Rules = [Good.Rules[0] with { Cells = ["-"] }] };
        Assert.Null(PolicyCompiler.Compile(document, 1, out var faults));
        Assert.Equal("rule R1, id: It has 1 cells; there are 3 inputs.", PolicyFaultText.Of(document, faults.Single()));
    }

    [Fact]
    public void And_TwoDemands_TakesTheStricterOfEach()
    {
        var one = RuleDemand.Nothing with { Blind = true, Notify = ["admin"], Attach = ["photo"] };
        var other = RuleDemand.Supervisor with { Notify = ["supervisor", "admin"], Attach = ["invoice"] };
        var both = RuleDemand.Supervisor with { Blind = true, Notify = ["admin", "supervisor"], Attach = ["invoice", "photo"] };
        Assert.Equal(both, one.And(other));
        Assert.Equal(both, other.And(one));
    }
}
