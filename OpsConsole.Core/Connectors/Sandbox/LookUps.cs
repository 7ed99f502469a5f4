using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>What the shop can be asked.</summary>
internal static class LookUps
{
    public static readonly IReadOnlyList<SandboxOperation> All =
    [
        SandboxOperation.Read("find_customer_by_email", "Find the customer with an e-mail address", Arguments.Of(Arguments.Text("email", "E-mail address")), FindByEmail),
        SandboxOperation.Read(
            "find_customers",
            "Find customers by their full name and postcode",
            Arguments.Of(Arguments.Text("name", "First and last name"), Arguments.OptionalText("postcode", "Postcode of the home address")),
            FindByName),
        One("get_customer", "customers", "Read a customer"),
        ListOf("list_orders", "orders", "List the orders of a customer, newest first"),
        One("get_order", "orders", "Read an order"),
        One("get_product", "products", "Read a product with its variants, prices and availability"),
        One("get_payment", "payments", "Read a payment"),
        One("get_shipment", "shipments", "Read a shipment with its events"),
        ListOf("list_credits", "credits", "List the goodwill credits of a customer, newest first"),
        ListOf("list_tickets", "tickets", "List the tickets of a customer, newest first"),
    ];

    /// <summary>The refusal for a record that is not there, such as <c>order_not_found</c>.</summary>
    public static SandboxAnswer.Refused NotFound(string collection, string id) =>
        new($"{collection.TrimEnd('s')}_not_found", $"There is no {collection.TrimEnd('s')} {id}.");

    private static SandboxOperation One(string name, string collection, string summary)
    {
        var member = SandboxRecords.IdMembers[collection];
        return SandboxOperation.Read(name, summary, Arguments.Of(Arguments.Text(member, $"Id of the {collection.TrimEnd('s')}")), (records, arguments) =>
            records.Find(collection, arguments.Text(member)) is { } found ? new SandboxAnswer.Given(found) : NotFound(collection, arguments.Text(member)));
    }

    private static SandboxOperation ListOf(string name, string collection, string summary) =>
        SandboxOperation.Read(name, summary, Arguments.Of(Arguments.Text("customer_id", "Id of the customer")), (records, arguments) =>
            records.Find("customers", arguments.Text("customer_id")) is null
                ? NotFound("customers", arguments.Text("customer_id"))
                : new SandboxAnswer.Given(new JsonArray([.. records.Where(collection, "customer_id", arguments.Text("customer_id")).Reverse()])));

    private static SandboxAnswer FindByEmail(SandboxRecords records, JsonObject arguments) =>
        records.Where("customers", "email", arguments.Text("email").Trim()) is [var only]
            ? new SandboxAnswer.Given(only)
            : new SandboxAnswer.Refused("customer_not_found", $"No customer has the e-mail address {arguments.Text("email")}.");

    /// <summary>A list, since people share names; whoever asked decides what more than one means.</summary>
    private static SandboxAnswer.Given FindByName(SandboxRecords records, JsonObject arguments)
    {
        var postcode = arguments.Text("postcode").Replace(" ", "", StringComparison.Ordinal);
        var named = records.Where("customers", "name", arguments.Text("name").Trim());
        return new SandboxAnswer.Given(new JsonArray([.. named.Where(customer => postcode.Length == 0
            || string.Equals(customer["address"]!.AsObject().Text("postcode").Replace(" ", "", StringComparison.Ordinal), postcode, StringComparison.OrdinalIgnoreCase))]));
    }
}
