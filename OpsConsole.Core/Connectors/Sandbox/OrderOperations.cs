using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>What the shop lets its service desk do to an order.</summary>
internal static class OrderOperations
{
    private static readonly string[] AddressMembers = ["line1", "line2", "city", "postcode", "country"];

    public static readonly IReadOnlyList<SandboxOperation> All =
    [
        SandboxOperation.Write(
            "cancel_order", "Cancel a pending order and give back what was paid",
            Arguments.Of(Arguments.Text("order_id", "Id of the order"), Arguments.Text("reason", "Why")), Cancel),
        SandboxOperation.Write(
            "change_shipping_address", "Send an order that has not left yet to another address",
            Arguments.Of(
                Arguments.Text("order_id", "Id of the order"), Arguments.Text("line1", "Street and number"), Arguments.OptionalText("line2", "More of the address"),
                Arguments.Text("city", "City", 80), Arguments.Text("postcode", "Postcode", 12), Arguments.Text("country", "Country", 60)),
            ChangeAddress),
        SandboxOperation.Write(
            "create_return", "Register the return of items of a delivered order",
            Arguments.Of(Arguments.Text("order_id", "Id of the order"), Arguments.Ids("item_ids", "Items that come back"), Arguments.Text("reason", "Why")), CreateReturn),
        SandboxOperation.Write(
            "cancel_return", "Take back a return that has not arrived yet", Arguments.Of(Arguments.Text("order_id", "Id of the order")), CancelReturn),
        SandboxOperation.Write(
            "exchange_items", "Exchange an item of a delivered order for another variant of the same product",
            Arguments.Of(Arguments.Text("order_id", "Id of the order"), Arguments.Text("item_id", "Item to exchange"), Arguments.Text("new_variant_id", "Variant to send instead")), Exchange),
    ];

    private static SandboxAnswer Cancel(SandboxRecords records, JsonObject arguments)
    {
        if (records.Find("orders", arguments.Text("order_id")) is not { } order)
        {
            return LookUps.NotFound("orders", arguments.Text("order_id"));
        }

        if (order.Text("status") != "pending")
        {
            return new SandboxAnswer.Refused("order_not_pending", $"Order {order.Text("order_id")} is {order.Text("status")}; only a pending order can be cancelled.");
        }

        order["status"] = "cancelled";
        order["cancelled_at"] = records.Now;
        order["cancel_reason"] = arguments.Text("reason");
        records.Put("orders", order);
        if (records.Find("payments", order.Text("payment_id")) is { } payment)
        {
            payment["refunded"] = payment.Money("captured");
            payment["status"] = payment.Money("captured") > 0 ? "refunded" : "voided";
            records.Put("payments", payment);
        }

        return new SandboxAnswer.Given(order);
    }

    private static SandboxAnswer ChangeAddress(SandboxRecords records, JsonObject arguments)
    {
        if (records.Find("orders", arguments.Text("order_id")) is not { } order)
        {
            return LookUps.NotFound("orders", arguments.Text("order_id"));
        }

        if (order.Text("status") is not ("pending" or "processing"))
        {
            return new SandboxAnswer.Refused("order_left", $"Order {order.Text("order_id")} is {order.Text("status")}; its address can be changed only before it leaves.");
        }

        order["shipping_address"] = new JsonObject(AddressMembers.Select(name => KeyValuePair.Create(name, (JsonNode?)arguments.Text(name))));
        records.Put("orders", order);
        return new SandboxAnswer.Given(order);
    }

    private static SandboxAnswer CreateReturn(SandboxRecords records, JsonObject arguments)
    {
        if (FindDelivered(records, arguments, out var order) is { } refused)
        {
            return refused;
        }

        var wanted = arguments["item_ids"]!.AsArray().Select(id => id!.GetValue<string>()).Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Find(id => FindItem(order!, id) is null) is { } missing)
        {
            return new SandboxAnswer.Refused("item_not_in_order", $"Order {order!.Text("order_id")} has no item {missing}.");
        }

        order!["status"] = "return requested";
        order["return_request"] = new JsonObject { ["item_ids"] = new JsonArray([.. wanted.Select(id => JsonValue.Create(id))]), ["reason"] = arguments.Text("reason"), ["requested_at"] = records.Now };
        records.Put("orders", order);
        return new SandboxAnswer.Given(order);
    }

    private static SandboxAnswer CancelReturn(SandboxRecords records, JsonObject arguments)
    {
        if (records.Find("orders", arguments.Text("order_id")) is not { } order)
        {
            return LookUps.NotFound("orders", arguments.Text("order_id"));
        }

        if (order.Text("status") != "return requested")
        {
            return new SandboxAnswer.Refused("no_return", $"Order {order.Text("order_id")} is {order.Text("status")}; no return is under way.");
        }

        order["status"] = "delivered";
        order.Remove("return_request");
        records.Put("orders", order);
        return new SandboxAnswer.Given(order);
    }

    private static SandboxAnswer Exchange(SandboxRecords records, JsonObject arguments)
    {
        if (FindDelivered(records, arguments, out var order) is { } refused)
        {
            return refused;
        }

        if (FindItem(order!, arguments.Text("item_id")) is not { } item)
        {
            return new SandboxAnswer.Refused("item_not_in_order", $"Order {order!.Text("order_id")} has no item {arguments.Text("item_id")}.");
        }

        var wanted = records.Find("products", item.Text("product_id"))?["variants"]?.AsArray()
            .Select(variant => variant!.AsObject()).FirstOrDefault(variant => variant.Text("variant_id") == arguments.Text("new_variant_id"));
        if (wanted is null)
        {
            return new SandboxAnswer.Refused("variant_of_other_product", $"{arguments.Text("new_variant_id")} is no variant of {item.Text("name")}.");
        }

        if (wanted.Text("variant_id") == item.Text("variant_id"))
        {
            return new SandboxAnswer.Refused("same_variant", $"The item already is {item.Text("variant_id")}.");
        }

        if (wanted["available"]!.GetValue<bool>() is false)
        {
            return new SandboxAnswer.Refused("variant_unavailable", $"{item.Text("name")} {wanted.Text("variant_id")} is not in stock.");
        }

        order!["status"] = "exchange requested";
        order["exchange_request"] = new JsonObject
        {
            ["item_id"] = item.Text("item_id"),
            ["new_variant_id"] = wanted.Text("variant_id"),
            ["price_difference"] = wanted.Money("price") - item.Money("price"),
            ["requested_at"] = records.Now,
        };
        records.Put("orders", order);
        return new SandboxAnswer.Given(order);
    }

    private static SandboxAnswer.Refused? FindDelivered(SandboxRecords records, JsonObject arguments, out JsonObject? order)
    {
        order = records.Find("orders", arguments.Text("order_id"));
        return order switch
        {
            null => LookUps.NotFound("orders", arguments.Text("order_id")),
            _ when order.Text("status") != "delivered" =>
                new SandboxAnswer.Refused("order_not_delivered", $"Order {order.Text("order_id")} is {order.Text("status")}; only items of a delivered order can come back."),
            _ => null,
        };
    }

    private static JsonObject? FindItem(JsonObject order, string itemId) =>
        order["items"]!.AsArray().Select(item => item!.AsObject()).FirstOrDefault(item => item.Text("item_id") == itemId);
}
