using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Connectors;

public sealed class ServiceDeskActionTypesTests
{
    [Fact]
    public void Pack_ActionTypes_HaveNoFault()
    {
        ReadPack(out var errors);
        Assert.Empty(errors);
    }

    [Fact]
    public void Pack_ActionTypes_CoverEveryWriteOfTheSandboxWithTheSameParameters()
    {
        using var host = new CoreHost();
        var writes = host.Get<IEnumerable<IConnector>>().OfType<SandboxConnector>().Single().Operations.Where(operation => operation.Effect == EffectClass.Write).ToList();
        var types = ReadPack(out _).ToDictionary(type => type.Operation, StringComparer.Ordinal);
        Assert.Equal(writes.Select(operation => operation.Name).Order(StringComparer.Ordinal), types.Keys.Order(StringComparer.Ordinal));
        Assert.All(writes, operation => Assert.Equal(
            operation.Parameters["properties"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal),
            types[operation.Name].Parameters["properties"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Pack_Compensations_NameTypesOfThePackAndTheirRequiredParameters()
    {
        var types = ReadPack(out _).ToDictionary(type => type.Id, StringComparer.Ordinal);
        Assert.All(types.Values.Where(type => type.Compensation is not null), type =>
        {
            var undo = types[type.Compensation!.ActionType];
            Assert.All(undo.Parameters["required"]!.AsArray(), name => Assert.Contains(name!.GetValue<string>(), type.Compensation.Parameters.Keys));
        });
    }

    [Theory]
    [InlineData("W-23360", true)]
    [InlineData(null, true)]
    [InlineData("W-23360\u200B", false)]
    [InlineData("W-233601", false)]
    [InlineData("the lamp", false)]
    public void Pack_TicketOfAnOrder_NamesOneOrNone(string? order, bool fits)
    {
        var ticket = new JsonObject { ["customer_id"] = "C-1001", ["order_id"] = order, ["topic"] = "A question", ["text"] = "Where is it?" };
        Assert.Equal(fits, ParameterSchema.Validate(ReadPack(out _).Single(type => type.Operation == "open_ticket").Parameters, ticket).Count == 0);
    }

    private static List<ActionType> ReadPack(out List<ConfigError> errors)
    {
        errors = [];
        var file = Path.Combine(AppContext.BaseDirectory, "packs", "service-desk", "action-types.yaml");
        return [.. YamlFile.Parse("action-types.yaml", File.ReadAllText(file), errors).Root!.Items().Select(ActionTypeReader.Read)];
    }
}
