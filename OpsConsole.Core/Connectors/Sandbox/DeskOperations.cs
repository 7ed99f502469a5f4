using System.Globalization;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>Refunds, goodwill credits and tickets.</summary>
internal static class DeskOperations
{
    /// <summary>The shop itself gives no single credit above this.</summary>
    private const decimal HighestCredit = 250;

    public static readonly IReadOnlyList<SandboxOperation> All =
    [
        SandboxOperation.Write(
            "refund_payment", "Give back all or a part of a captured payment",
            Arguments.Of(Arguments.Text("payment_id", "Id of the payment"), Arguments.Amount("amount", "How much"), Arguments.Text("reason", "Why")), Refund),
        SandboxOperation.Write(
            "grant_credit", "Give a customer a goodwill credit",
            Arguments.Of(Arguments.Text("customer_id", "Id of the customer"), Arguments.Amount("amount", "How much"), Arguments.Text("reason", "Why")), GrantCredit),
        SandboxOperation.Write(
            "reverse_credit", "Take back a goodwill credit that was not spent", Arguments.Of(Arguments.Text("credit_id", "Id of the credit")), ReverseCredit),
        SandboxOperation.Write(
            "open_ticket", "Open a ticket for a specialist",
            Arguments.Of(
                Arguments.OptionalText("order_id", "Id of the order, if it is about one"), Arguments.Text("customer_id", "Id of the customer"),
                Arguments.Text("topic", "What it is about", 80), Arguments.Text("text", "What the specialist needs to know", 2000)),
            OpenTicket),
    ];

    private static SandboxAnswer Refund(SandboxRecords records, JsonObject arguments)
    {
        if (records.Find("payments", arguments.Text("payment_id")) is not { } payment)
        {
            return LookUps.NotFound("payments", arguments.Text("payment_id"));
        }

        var captured = payment.Money("captured");
        var amount = arguments.Money("amount");
        var refundable = captured - payment.Money("refunded");
        if (captured == 0)
        {
            return new SandboxAnswer.Refused("payment_not_captured", $"Payment {payment.Text("payment_id")} is {payment.Text("status")}; nothing was taken that could be given back.");
        }

        if (amount > refundable)
        {
            return new SandboxAnswer.Refused("amount_above_refundable", $"Of payment {payment.Text("payment_id")} only {Show(refundable)} can still be given back, not {Show(amount)}.");
        }

        payment["refunded"] = payment.Money("refunded") + amount;
        payment["status"] = amount == refundable ? "refunded" : "partially refunded";
        records.Put("payments", payment);
        if (amount == refundable && records.Find("orders", payment.Text("order_id")) is { } order && order.Text("status") is "delivered" or "return requested")
        {
            order["status"] = "refunded";
            records.Put("orders", order);
        }

        return new SandboxAnswer.Given(payment);
    }

    private static SandboxAnswer GrantCredit(SandboxRecords records, JsonObject arguments)
    {
        if (records.Find("customers", arguments.Text("customer_id")) is not { } customer)
        {
            return LookUps.NotFound("customers", arguments.Text("customer_id"));
        }

        var amount = arguments.Money("amount");
        if (amount > HighestCredit)
        {
            return new SandboxAnswer.Refused("credit_above_limit", $"A single credit may be {Show(HighestCredit)} at most, not {Show(amount)}.");
        }

        var credit = new JsonObject
        {
            ["credit_id"] = records.NextId("credits", "CR-"),
            ["customer_id"] = customer.Text("customer_id"),
            ["amount"] = amount,
            ["currency"] = "EUR",
            ["reason"] = arguments.Text("reason"),
            ["status"] = "granted",
            ["granted_at"] = records.Now,
        };
        customer["credit_balance"] = customer.Money("credit_balance") + amount;
        records.Put("credits", credit);
        records.Put("customers", customer);
        return new SandboxAnswer.Given(credit);
    }

    private static SandboxAnswer ReverseCredit(SandboxRecords records, JsonObject arguments)
    {
        if (records.Find("credits", arguments.Text("credit_id")) is not { } credit)
        {
            return LookUps.NotFound("credits", arguments.Text("credit_id"));
        }

        if (credit.Text("status") != "granted")
        {
            return new SandboxAnswer.Refused("credit_not_granted", $"Credit {credit.Text("credit_id")} is {credit.Text("status")} already.");
        }

        var customer = records.Find("customers", credit.Text("customer_id"))!;
        if (customer.Money("credit_balance") < credit.Money("amount"))
        {
            return new SandboxAnswer.Refused("credit_spent", $"Credit {credit.Text("credit_id")} was spent; {Show(customer.Money("credit_balance"))} are left.");
        }

        credit["status"] = "reversed";
        credit["reversed_at"] = records.Now;
        customer["credit_balance"] = customer.Money("credit_balance") - credit.Money("amount");
        records.Put("credits", credit);
        records.Put("customers", customer);
        return new SandboxAnswer.Given(credit);
    }

    private static SandboxAnswer OpenTicket(SandboxRecords records, JsonObject arguments)
    {
        if (records.Find("customers", arguments.Text("customer_id")) is not { } customer)
        {
            return LookUps.NotFound("customers", arguments.Text("customer_id"));
        }

        var order = arguments.Text("order_id") is { Length: > 0 } id ? id : null;
        if (order is not null && records.Find("orders", order)?.Text("customer_id") != customer.Text("customer_id"))
        {
            return new SandboxAnswer.Refused("order_of_other_customer", $"Customer {customer.Text("customer_id")} has no order {order}.");
        }

        var ticket = new JsonObject
        {
            ["ticket_id"] = records.NextId("tickets", "T-"),
            ["customer_id"] = customer.Text("customer_id"),
            ["order_id"] = order,
            ["topic"] = arguments.Text("topic"),
            ["text"] = arguments.Text("text"),
            ["status"] = "open",
            ["opened_at"] = records.Now,
        };
        records.Put("tickets", ticket);
        return new SandboxAnswer.Given(ticket);
    }

    private static string Show(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture) + " €";
}
