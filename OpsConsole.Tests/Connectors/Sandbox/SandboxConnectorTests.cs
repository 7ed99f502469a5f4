using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Connectors.Sandbox;

public sealed class SandboxConnectorTests : IDisposable
{
    private readonly CoreHost _host = new();

    private SandboxStore Store => _host.Get<SandboxStore>();

    private SandboxFaults Faults => _host.Get<SandboxFaults>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task ReadRecord_OfTheExampleOrder_GivesItWithTheVersionOfItsContent()
    {
        var order = await RecordAsync("orders", "W-23187");
        Assert.Equal("C-1001", (string?)order.Body["customer_id"]);
        Assert.Equal("delivered", (string?)order.Body["status"]);
        Assert.Equal(42.9m, order.Body["total"]!.GetValue<decimal>());
        Assert.Equal(order.Version, (await RecordAsync("orders", "W-23187")).Version);
    }

    [Fact]
    public async Task ReadRecord_ThatIsNotThere_IsNotFound() =>
        Assert.IsType<RecordResult.NotFound>(await (await ConnectorAsync()).ReadRecordAsync(new RecordRef("sandbox", "orders", "W-1"), CancellationToken.None));

    [Fact]
    public async Task Invoke_RefundOfAll_ChangesThePaymentAndTheOrderOnceForOneKey()
    {
        var before = await RecordAsync("payments", "PAY-88213");
        var first = await DoneAsync("refund_payment", """{"payment_id": "PAY-88213", "amount": 42.90, "reason": "damaged"}""", "key-1");
        var again = await DoneAsync("refund_payment", """{"payment_id": "PAY-88213", "amount": 42.9, "reason": "damaged"}""", "key-1");
        Assert.False(first.Replayed);
        Assert.True(again.Replayed);
        Assert.Equal(first.Receipt, again.Receipt);
        Assert.NotEqual(before.Version, (await RecordAsync("payments", "PAY-88213")).Version);
        Assert.Equal("refunded", (string?)(await RecordAsync("orders", "W-23187")).Body["status"]);
        var effect = Assert.Single(Store.ReadEffects());
        Assert.Equal(["payments/PAY-88213", "orders/W-23187"], effect.Records);
        Assert.Equal("key-1", effect.IdempotencyKey);
    }

    [Fact]
    public async Task Invoke_ARefusal_ChangesNothingAndIsGivenAgainForItsKey()
    {
        const string TooMuch = """{"payment_id": "PAY-88213", "amount": 43, "reason": "damaged"}""";
        var first = await RefusedAsync("refund_payment", TooMuch, "key-2");
        Assert.Equal("amount_above_refundable", first.Code);
        Assert.Equal("Of payment PAY-88213 only 42.90 € can still be given back, not 43.00 €.", first.Message);
        Assert.Equal(first, await RefusedAsync("refund_payment", TooMuch, "key-2"));
        Assert.Empty(Store.ReadEffects());
    }

    [Fact]
    public async Task Invoke_AKeyWithAnotherRequest_IsRefused()
    {
        await DoneAsync("grant_credit", """{"customer_id": "C-1001", "amount": 5, "reason": "late"}""", "key-3");
        Assert.Equal("idempotency_key_reused", (await RefusedAsync("grant_credit", """{"customer_id": "C-1001", "amount": 6, "reason": "late"}""", "key-3")).Code);
    }

    [Fact]
    public async Task Invoke_AReturnAndItsTakingBack_LeavesTheOrderAsItWas()
    {
        var before = await RecordAsync("orders", "W-23187");
        await DoneAsync("create_return", """{"order_id": "W-23187", "item_ids": ["23187-1"], "reason": "damaged"}""", null);
        Assert.Equal("return requested", (string?)(await RecordAsync("orders", "W-23187")).Body["status"]);
        await DoneAsync("cancel_return", """{"order_id": "W-23187"}""", null);
        Assert.Equal(before.Version, (await RecordAsync("orders", "W-23187")).Version);
    }

    [Fact]
    public async Task Invoke_ACreditAndItsReversal_LeaveTheBalanceAsItWas()
    {
        var credit = await DoneAsync("grant_credit", """{"customer_id": "C-1001", "amount": 7.5, "reason": "late"}""", null);
        Assert.Equal(7.5m, (await RecordAsync("customers", "C-1001")).Body["credit_balance"]!.GetValue<decimal>());
        await DoneAsync("reverse_credit", $$"""{"credit_id": "{{(string?)credit.Body!["credit_id"]}}"}""", null);
        Assert.Equal(0, (await RecordAsync("customers", "C-1001")).Body["credit_balance"]!.GetValue<decimal>());
    }

    [Theory]
    [InlineData("cancel_order", """{"order_id": "W-23187", "reason": "x"}""", "order_not_pending")]
    [InlineData("cancel_order", """{"order_id": "W-1", "reason": "x"}""", "order_not_found")]
    [InlineData("change_shipping_address", """{"order_id": "W-23187", "line1": "a", "line2": "", "city": "b", "postcode": "1", "country": "c"}""", "order_left")]
    [InlineData("create_return", """{"order_id": "W-23187", "item_ids": ["1-1"], "reason": "x"}""", "item_not_in_order")]
    [InlineData("cancel_return", """{"order_id": "W-23187"}""", "no_return")]
    [InlineData("exchange_items", """{"order_id": "W-23187", "item_id": "23187-1", "new_variant_id": "P-101-1"}""", "same_variant")]
    [InlineData("exchange_items", """{"order_id": "W-23187", "item_id": "23187-1", "new_variant_id": "P-102-1"}""", "variant_of_other_product")]
    [InlineData("grant_credit", """{"customer_id": "C-1001", "amount": 251, "reason": "x"}""", "credit_above_limit")]
    [InlineData("grant_credit", """{"customer_id": "C-1001", "amount": -1, "reason": "x"}""", "invalid_arguments")]
    [InlineData("reverse_credit", """{"credit_id": "CR-1"}""", "credit_not_found")]
    [InlineData("open_ticket", """{"customer_id": "C-1002", "order_id": "W-23187", "topic": "x", "text": "x"}""", "order_of_other_customer")]
    [InlineData("no_such_operation", "{}", "unknown_operation")]
    public async Task Invoke_WhatTheShopDoesNotDo_IsRefusedWithItsCode(string operation, string arguments, string code)
    {
        Assert.Equal(code, (await RefusedAsync(operation, arguments, null)).Code);
        Assert.Empty(Store.ReadEffects());
    }

    [Fact]
    public async Task Invoke_AfterATimeoutFault_IsUnknownAndTheEffectHappenedOnce()
    {
        Faults.Set([new SandboxFault(SandboxFaultKind.TimeoutAfterCommit, "grant_credit", Times: 1)]);
        const string Credit = """{"customer_id": "C-1001", "amount": 5, "reason": "late"}""";
        Assert.IsType<ConnectorResult.Unknown>(await InvokeAsync("grant_credit", Credit, "key-4"));
        Assert.True((await DoneAsync("grant_credit", Credit, "key-4")).Replayed);
        Assert.Single(Store.ReadEffects());
        Assert.Empty(Faults.Current);
    }

    [Fact]
    public async Task Invoke_WhileDown_IsUnavailableWithoutEffect()
    {
        Faults.Set([new SandboxFault(SandboxFaultKind.Down)]);
        Assert.IsType<ConnectorResult.Unavailable>(await InvokeAsync("grant_credit", """{"customer_id": "C-1001", "amount": 5, "reason": "late"}""", null));
        Assert.IsType<RecordResult.Unavailable>(await (await ConnectorAsync()).ReadRecordAsync(new RecordRef("sandbox", "orders", "W-23187"), CancellationToken.None));
        Assert.Empty(Store.ReadEffects());
    }

    [Fact]
    public async Task ReadRecord_WithAStaleFault_ShowsWhatWasBeforeIt()
    {
        Faults.Set([new SandboxFault(SandboxFaultKind.StaleRead, "records")]);
        await DoneAsync("create_return", """{"order_id": "W-23187", "item_ids": ["23187-1"], "reason": "damaged"}""", null);
        Assert.Equal("delivered", (string?)(await RecordAsync("orders", "W-23187")).Body["status"]);
        Faults.Set([]);
        Assert.Equal("return requested", (string?)(await RecordAsync("orders", "W-23187")).Body["status"]);
    }

    [Fact]
    public async Task Invoke_WithAHalfProbability_MeetsTheSameCallsInEachRun()
    {
        Assert.Equal(await RunAsync(), await RunAsync());

        async Task<string> RunAsync()
        {
            Faults.Set([new SandboxFault(SandboxFaultKind.Refusal, "get_order", Probability: 0.5)]);
            var outcomes = "";
            for (var call = 0; call < 20; call++)
            {
                outcomes += await InvokeAsync("get_order", """{"order_id": "W-23187"}""", null) is ConnectorResult.Done ? "d" : "r";
            }

            Assert.Contains("d", outcomes, StringComparison.Ordinal);
            Assert.Contains("r", outcomes, StringComparison.Ordinal);
            return outcomes;
        }
    }

    private async Task<IConnector> ConnectorAsync() => (await _host.Get<IConnectorDirectory>().FindAsync("sandbox", CancellationToken.None))!;

    private async Task<SystemRecord> RecordAsync(string collection, string id) =>
        Assert.IsType<RecordResult.Found>(await (await ConnectorAsync()).ReadRecordAsync(new RecordRef("sandbox", collection, id), CancellationToken.None)).Record;

    private async Task<ConnectorResult> InvokeAsync(string operation, string arguments, string? key) =>
        await (await ConnectorAsync()).InvokeAsync(new ConnectorCall(operation, JsonNode.Parse(arguments)!.AsObject(), key), CancellationToken.None);

    private async Task<ConnectorResult.Done> DoneAsync(string operation, string arguments, string? key) =>
        Assert.IsType<ConnectorResult.Done>(await InvokeAsync(operation, arguments, key));

    private async Task<ConnectorResult.Refused> RefusedAsync(string operation, string arguments, string? key) =>
        Assert.IsType<ConnectorResult.Refused>(await InvokeAsync(operation, arguments, key));
}
