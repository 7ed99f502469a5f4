using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.OpenApi;

namespace OpsConsole.Tests.Connectors.OpenApi;

public sealed class DocumentHabitsTests
{
    [Fact]
    public void Of_CollectionsReadInOneWay_SuggestsTheTemplate() =>
        Assert.Equal("/records/{collection}/{id}", Of(Read("/records/orders/{order_id}"), Read("/records/users/{id}"), Read("/orders")).RecordTemplate);

    [Fact]
    public void Of_OneCollectionAlone_SuggestsNone() => Assert.Null(Of(Read("/records/orders/{id}"), Read("/shops/{shop}/users/{id}")).RecordTemplate);

    [Fact]
    public void Of_AWriteWithARepeatKey_SuggestsItsHeader()
    {
        var write = new ApiOperation("pay", "POST", "/pay", "", EffectClass.Write, [], [], BodyForm.Json) { RepeatKeyHeader = "Idempotency-Key" };
        Assert.Equal("Idempotency-Key", Of(write).IdempotencyHeader);
    }

    [Fact]
    public void Of_APathOfHealth_SuggestsIt() => Assert.Equal("/health", Of(Read("/internal/v1/health"), Read("/health"), Read("/healthy")).HealthPath);

    private static DocumentHabits Of(params ApiOperation[] operations) => DocumentHabits.Of(new ApiDocument("Shop", "1", [], [], operations, []));

    private static ApiOperation Read(string path) => new(path, "GET", path, "", EffectClass.Read, [], [], BodyForm.None);
}
