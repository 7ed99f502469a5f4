using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Checking;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Tests.Architecture;

namespace OpsConsole.Tests.Policies.Authoring;

/// <summary>The policies of the packs that ship.</summary>
public sealed class ShippedPoliciesTests
{
    public static TheoryData<string> Files { get; } = [.. SourceTree.Files("packs", ".yaml").Where(file => file.Contains("/policies/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Tests_OfAShippedPolicy_PassAndShowADenialWhereThereIsOne(string file)
    {
        var errors = new List<ConfigError>();
        var policy = PolicyReader.Read(file, SourceTree.Read(file), 1, errors);
        Assert.Empty(errors);
        Assert.Empty(TestRun.Of(policy!).Where(result => !result.Passes).Select(result => $"{result.Test.Name}: {result.Problem}"));
        Assert.True(policy!.Document.Tests.Count >= 3);
        Assert.Equal(policy.Rules.Any(rule => rule.Demand.Verdict == Verdict.Deny), policy.Document.Tests.Any(test => test.Verdict == VerdictText.Deny));
    }

    /// <summary>Rows may overlap, and one may give a better reason for what another asks too; a row that never decides says something that does not hold.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Find_AShippedPolicy_HasNoRowThatNeverDecides(string file)
    {
        var policy = PolicyReader.Read(file, SourceTree.Read(file), 1, [])!;
        Assert.Empty(TableChecks.Find(policy).Where(finding => finding.Kind is FindingKind.Unreachable or FindingKind.Incomplete).Select(finding => finding.Sentence));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Write_AShippedPolicy_ReadsBackTheSame(string file)
    {
        var document = PolicyYaml.Read(file, SourceTree.Read(file), [])!;
        Assert.Equal(DocumentJson.Write(document), DocumentJson.Write(PolicyYaml.Read(file, PolicyYaml.Write(document), [])!));
    }
}
