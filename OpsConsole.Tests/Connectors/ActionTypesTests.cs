using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Connectors;

public sealed class ActionTypesTests
{
    private static readonly ActionType Cancel = new()
    {
        Id = "shop.cancel_order",
        Version = 0,
        System = "shop",
        Operation = "cancel_order",
        Title = "Cancel {parameters.order_id}",
        Parameters = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["order_id"] = new JsonObject { ["type"] = "string" } } },
        Context = [new ContextRead("order", "orders", "parameters.order_id", null, new Dictionary<string, string>())],
        Material = new Dictionary<string, string> { ["status"] = "order.status" },
        Compensation = new Compensation("shop.restore", new Dictionary<string, string> { ["id"] = "parameters.order_id" }),
        Source = "shop.yaml:3",
    };

    [Fact]
    public async Task SaveAsync_ADefinitionThatChanged_IsANewVersionBesideTheOld()
    {
        using var host = new CoreHost();
        var types = host.Get<IActionTypes>();
        await types.SaveAsync(Cancel, CancellationToken.None);
        var second = await types.SaveAsync(Cancel with { Title = "Cancel order {parameters.order_id}" }, CancellationToken.None);
        Assert.Equal(2, second.Version);
        Assert.Equal("Cancel {parameters.order_id}", types.Find(Cancel.Id, 1)!.Title);
        Assert.Same(second, types.Find(Cancel.Id));
        Assert.Equal([second], types.All);
    }

    [Fact]
    public async Task SaveAsync_TheSameDefinitionOnAnotherLine_KeepsItsVersion()
    {
        using var host = new CoreHost();
        var types = host.Get<IActionTypes>();
        await types.SaveAsync(Cancel, CancellationToken.None);
        Assert.Equal(1, (await types.SaveAsync(Cancel with { Source = "shop.yaml:9" }, CancellationToken.None)).Version);
    }

    [Fact]
    public async Task Find_AfterARestart_GivesWhatWasSaved()
    {
        using var host = new CoreHost();
        await host.Get<IActionTypes>().SaveAsync(Cancel, CancellationToken.None);
        var restarted = new ActionTypes(host.Get<OpsDatabase>(), host.Clock).Find(Cancel.Id)!;
        Assert.Equal("parameters.order_id", restarted.Context[0].Id);
        Assert.Equal("order.status", restarted.Material["status"]);
        Assert.Equal("parameters.order_id", restarted.Compensation!.Parameters["id"]);
        Assert.True(JsonNode.DeepEquals(Cancel.Parameters, restarted.Parameters));
        Assert.Equal("shop.yaml:3", restarted.Source);
    }

    [Fact]
    public void Find_AnUnknownType_IsNull()
    {
        using var host = new CoreHost();
        Assert.Null(host.Get<IActionTypes>().Find("shop.unknown"));
        Assert.Null(host.Get<IActionTypes>().Find("shop.unknown", 1));
    }
}
