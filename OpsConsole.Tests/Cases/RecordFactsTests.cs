using OpsConsole.Cases;
using OpsConsole.Core.DataReadiness;

namespace OpsConsole.Tests.Cases;

public sealed class RecordFactsTests
{
    [Fact]
    public void Of_FactsOfOneRecord_StandUnderItsName()
    {
        var records = RecordFacts.Of([Fact(1, "order.status", "Order W-1 · Status"), Fact(2, "order.total", "Order W-1 · Total")]);

        var record = Assert.Single(records);
        Assert.Equal("Order W-1", record.Name);
        Assert.Equal(["Status", "Total"], record.Facts.Select(about => RecordFacts.Label(about[0])));
    }

    [Fact]
    public void Of_SourcesThatContradictEachOther_StandTogether()
    {
        var records = RecordFacts.Of([Fact(1, "order.status", "Order W-1 · Status"), Fact(2, "order.status", "Order W-1 · Status", "carrier", "\"lost\"")]);

        Assert.Equal([1, 2], Assert.Single(Assert.Single(records).Facts).Select(fact => fact.Number));
    }

    [Fact]
    public void Of_SourcesThatAgree_StandAlone()
    {
        var records = RecordFacts.Of([Fact(1, "order.status", "Order W-1 · Status"), Fact(2, "order.status", "Order W-1 · Status", "carrier")]);

        Assert.All(records.SelectMany(record => record.Facts), about => Assert.Single(about));
    }

    private static Fact Fact(int number, string attribute, string label, string source = "shop", string value = "\"delivered\"") => new()
    {
        Id = Guid.Empty,
        CaseId = Guid.Empty,
        Number = number,
        Attribute = attribute,
        Label = label,
        ValueJson = value,
        Display = value.Trim('"'),
        Source = source,
        Record = $"{source}/orders/W-1",
        ObservedAt = DateTimeOffset.UnixEpoch,
    };
}
