using System.Text.Json;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Tests.Policies.Judging;

public sealed class TableIndexTests
{
    [Fact]
    public void Decide_RandomTablesAndInputs_SaysWhatReadingRowByRowSays()
    {
        var tables = new RandomTables(20_261_202);
        for (var table = 0; table < 2_000; table++)
        {
            var set = new PolicySet([.. Enumerable.Range(0, tables.Pick(1, 1, 2, 3)).Select(place => tables.Policy($"p{place}", tables.Pick(1, 3, 8, 20, 70)))], []);
            for (var round = 0; round < 50; round++)
            {
                AssertSame(set, tables);
            }
        }
    }

    [Fact]
    public void Decide_ATableWithMoreCutsThanAreKept_SaysWhatReadingRowByRowSays()
    {
        var tables = new RandomTables(20_261_203);
        var set = new PolicySet([tables.Policy("p", 12_000)], []);
        for (var round = 0; round < 20; round++)
        {
            AssertSame(set, tables);
        }
    }

    private static void AssertSame(PolicySet set, RandomTables tables)
    {
        var input = tables.Input();
        var plain = FiredRules.Answer(RowByRow.Fired(set, input), "");
        var indexed = PolicyEngine.Decide(set, RandomTables.ActionType, input) with { PolicyDigest = "" };
        var same = plain.Verdict == indexed.Verdict && plain.Hits.Count == indexed.Hits.Count && plain.ApproverRole == indexed.ApproverRole && plain.Quorum == indexed.Quorum;
        for (var hit = 0; same && hit < plain.Hits.Count; hit++)
        {
            same = plain.Hits[hit] with { Cells = [] } == indexed.Hits[hit] with { Cells = [] } || (plain.Hits[hit].Reason == indexed.Hits[hit].Reason && plain.Hits[hit].RuleId == indexed.Hits[hit].RuleId);
            same &= plain.Hits[hit].Cells.SequenceEqual(indexed.Hits[hit].Cells);
        }

        Assert.True(same, $"{input.ToJsonString()}\n{JsonSerializer.Serialize(plain)}\n{JsonSerializer.Serialize(indexed)}");
    }
}
