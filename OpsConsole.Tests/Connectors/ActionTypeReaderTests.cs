using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Tests.Connectors;

public sealed class ActionTypeReaderTests
{
    private const string Cancel = """
        id: shop.cancel_order
        system: shop
        operation: cancel_order
        title: Cancel order {parameters.order_id}
        reversibility: reversible-by-other-side
        idempotency: native-key
        parameters: { type: object, required: [order_id], properties: { order_id: { type: string } } }
        context:
          - { alias: order, record: { collection: orders, id: parameters.order_id } }
          - { alias: stock, operation: find_stock, arguments: { sku: item.sku }, each: order.items }
        targets: [order]
        material: { status: order.status }
        amount: order.total
        currency: EUR
        criteria:
          - { when: order.status = "pending", otherwise: Only a pending order can be cancelled. }
        preview:
          - { label: Status, now: order.status, after: '"cancelled"' }
        probe: order.status = "cancelled"
        compensation: { action-type: shop.reopen, parameters: { order_id: parameters.order_id } }
        """;

    [Fact]
    public void Read_AWholeDefinition_GivesEveryPart()
    {
        var type = Read(Cancel, out var errors);
        Assert.Empty(errors);
        Assert.Equal(IdempotencySupport.NativeKey, type.Idempotency);
        Assert.Equal(ReversibilityClass.ReversibleByOtherSide, type.Reversibility);
        Assert.Equal(new { Collection = (string?)"orders", Id = (string?)"parameters.order_id" }, new { type.Context[0].Collection, type.Context[0].Id });
        Assert.Equal("order.items", type.Context[1].Each);
        Assert.Equal("item.sku", type.Context[1].Arguments["sku"]);
        Assert.Equal(["order"], type.Targets);
        Assert.Equal("order.status = \"pending\"", type.Criteria[0].Expression);
        Assert.Equal("\"cancelled\"", type.Preview[0].After);
        Assert.Equal("shop.reopen", type.Compensation!.ActionType);
        Assert.Equal("types.yaml:1", type.Source);
    }

    [Theory]
    [InlineData("currency: EUR", "curency: EUR", 14, "'curency' is not known here")]
    [InlineData("targets: [order]", "targets: [oder]", 11, "'oder' is no record")]
    [InlineData("targets: [order]", "targets: [stock]", 11, "'stock' is no record")]
    [InlineData("idempotency: native-key", "idempotency: sometimes", 6, "must be one of none, read-back, native-key")]
    [InlineData("id: shop.cancel_order", "id: cancel_order", 1, "must begin with its system")]
    [InlineData("alias: stock, operation: find_stock,", "alias: stock,", 10, "either 'record' or 'operation'")]
    [InlineData("alias: stock,", "alias: order,", 9, "given twice")]
    [InlineData("type: object, required", "type: list, required", 7, "must be a JSON Schema of type object")]
    [InlineData("reversibility: reversible-by-other-side", "reversibility: read-only", 5, "belongs to effect 'read'")]
    [InlineData("when: order.status = \"pending\",", "when: '',", 16, "expected a FEEL expression")]
    public void Read_AFault_IsToldWithItsLine(string right, string wrong, int line, string message)
    {
        Read(Cancel.Replace(right, wrong, StringComparison.Ordinal), out var errors);
        Assert.Contains(errors, error => error.File == "types.yaml" && error.Line == line && error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ReversibleWithoutACompensation_IsAFault()
    {
        Read("id: shop.x\nsystem: shop\noperation: x\ntitle: X\nreversibility: reversible", out var errors);
        Assert.Contains(errors, error => error.Line == 5 && error.Message.Contains("needs a 'compensation'", StringComparison.Ordinal));
    }

    private static ActionType Read(string text, out List<ConfigError> errors)
    {
        errors = [];
        return ActionTypeReader.Read(YamlFile.Parse("types.yaml", text, errors).Root!);
    }
}
