using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Tests.Preparation;

public sealed class PlannerTests
{
    [Theory]
    [InlineData("Please cancel order W-10002, ordered by mistake.", "sandbox.cancel_order", """{"order_id":"W-10002","reason":"ordered by mistake"}""")]
    [InlineData("I'd like to cancel W-10002. I no longer need it.", "sandbox.cancel_order", """{"order_id":"W-10002","reason":"no longer needed"}""")]
    [InlineData("The lamp of order W-10001 arrived broken.", "sandbox.refund_payment", """{"amount":42.9,"payment_id":"PAY-10001","reason":"damaged on arrival"}""")]
    [InlineData("Please refund 12,50 € for order W-10001, it arrived late.", "sandbox.refund_payment", """{"amount":12.5,"payment_id":"PAY-10001","reason":"arrived late"}""")]
    [InlineData("I want to return the vase from order W-10003, it does not suit.", "sandbox.create_return", """{"item_ids":["3-2"],"order_id":"W-10003","reason":"does not suit"}""")]
    [InlineData("I want to return everything except the vase from order W-10003.", "sandbox.create_return", """{"item_ids":["3-1"],"order_id":"W-10003","reason":"customer asked for a return"}""")]
    [InlineData("I want to return the glass vase.", "sandbox.create_return", """{"item_ids":["3-2"],"order_id":"W-10003","reason":"customer asked for a return"}""")]
    [InlineData("Please exchange the lamp of order W-10001 for the black one, otherwise the same.", "sandbox.exchange_items", """{"item_id":"1-1","new_variant_id":"P-1-2","order_id":"W-10001"}""")]
    [InlineData("Please send order W-10002 to Lindenstraße 18, 50674 Köln, Germany.", "sandbox.change_shipping_address", """{"city":"Köln","country":"Germany","line1":"Lindenstraße 18","line2":"","order_id":"W-10002","postcode":"50674"}""")]
    [InlineData("Please change the delivery address of order W-10002 to my home address.", "sandbox.change_shipping_address", """{"city":"Köln","country":"Germany","line1":"Birkenweg 7","line2":"","order_id":"W-10002","postcode":"50674"}""")]
    public async Task Plan_AClearRequest_GivesItsAction(string message, string type, string parameters)
    {
        using var desk = await DeskRecords.OpenAsync();
        var plan = desk.Plan(message);
        Assert.True(plan.Actions.Count == 1, string.Join(" | ", plan.Missing));
        Assert.Equal(type, plan.Actions[0].Situation.ActionType);
        Assert.Equal(parameters, CanonicalJson.Write(plan.Actions[0].Parameters));
    }

    [Theory]
    [InlineData("If it has not left yet, please cancel order W-10002.")]
    [InlineData("Please cancel order W-10002 unless it is already packed.")]
    [InlineData("Maybe cancel order W-10002.")]
    [InlineData("Please don't cancel order W-10002.")]
    [InlineData("Can I cancel order W-10002?")]
    [InlineData("I want to return one of the items of order W-10003, whichever is cheaper.")]
    [InlineData("Please exchange the lamp of order W-10001 for the white one, otherwise the same.")]
    [InlineData("Please exchange the lamp of order W-10001 for a nicer one.")]
    [InlineData("I want to return the throw and the sofa from order W-10003.")]
    [InlineData("Please cancel order W-10002, by mistake. Instead of that, send me two of them.")]
    [InlineData("My order W-10002 was cancelled last week.")]
    [InlineData("I want to return my order.")]
    [InlineData("Please cancel order W-10001.")]
    [InlineData("Please cancel order W-10002 and send order W-10002 to my home address.")]
    public async Task Plan_WhatIsNotCertain_AsksAndProposesNothing(string message)
    {
        using var desk = await DeskRecords.OpenAsync();
        var plan = desk.Plan(message);
        Assert.Empty(plan.Actions);
        Assert.NotEmpty(plan.Missing);
    }

    [Fact]
    public async Task Plan_TwoRequests_GivesTwoActions()
    {
        using var desk = await DeskRecords.OpenAsync();
        var plan = desk.Plan("Please cancel order W-10002, by mistake. The lamp of order W-10001 arrived broken.");
        Assert.Equal(["sandbox.cancel_order", "sandbox.refund_payment"], plan.Actions.Select(action => action.Situation.ActionType).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Plan_EachParameter_SaysWhereItComesFrom()
    {
        using var desk = await DeskRecords.OpenAsync();
        var action = desk.Plan("Please cancel order W-10002, ordered by mistake.").Actions.Single();
        Assert.Equal("message", action.Provenance["reason"]!["from"]!.GetValue<string>());
        Assert.Equal("sandbox/orders/W-10002", action.Provenance["order_id"]!["record"]!.GetValue<string>());
    }
}
