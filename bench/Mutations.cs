using System.Text.Json.Nodes;

namespace OpsConsole.Bench;

/// <summary>Derives, from a known-correct write, writes that each break one rule. A kind that a write gives no occasion for is left out.</summary>
internal sealed class Mutations(RetailRecords records)
{
    public IEnumerable<Mutation> Of(string caseId, string customer, GoldWrite write)
    {
        if ((string?)write.Arguments["order_id"] is not { } orderId || !records.Orders.TryGetValue(orderId, out var order))
        {
            return [];
        }

        var subject = new Subject(caseId, customer, write, order, records.Users[customer]);
        return new[] { WrongState(subject), SomeoneElse(subject), Again(subject), NotOnFile(subject), RefundElsewhere(subject), Reason(subject), CardShort(subject), OtherProduct(subject), Unavailable(subject) }
            .OfType<Mutation>();
    }

    /// <summary>What belongs to delivered orders on a pending one, and the other way round.</summary>
    private static Mutation WrongState(Subject subject)
    {
        var order = (string)subject.Order["order_id"]!;
        if ((string)subject.Order["status"]! == "delivered")
        {
            return subject.Make("wrong order state", new GoldWrite("cancel_pending_order", new JsonObject { ["order_id"] = order, ["reason"] = "no longer needed" }, Refused: true), "R15", "R13");
        }

        var arguments = new JsonObject
        {
            ["order_id"] = order,
            ["item_ids"] = new JsonArray((string)subject.Order["items"]![0]!["item_id"]!),
            ["payment_method_id"] = (string)subject.Order["payment_history"]![0]!["payment_method_id"]!,
        };
        return subject.Make("wrong order state", new GoldWrite("return_delivered_order_items", arguments, Refused: true), "R26", "R13");
    }

    /// <summary>The same write in a case of another customer.</summary>
    private Mutation SomeoneElse(Subject subject)
    {
        var other = records.Users.Keys.Order(StringComparer.Ordinal).First(id => id != subject.Customer);
        return subject.Make("someone else's order", subject.Write, "R4") with { Customer = other };
    }

    /// <summary>The same write once more.</summary>
    private static Mutation? Again(Subject subject) => subject.Write.Operation switch
    {
        "exchange_delivered_order_items" => subject.Make("second exchange", subject.Write, "R14", "R30", "R13") with { AfterOriginal = true },
        "modify_pending_order_items" => subject.Make("second change of items", subject.Write, "R14", "R23", "R18", "R13") with { AfterOriginal = true },
        "modify_pending_order_payment" => subject.Make("second change of payment", subject.Write, "R20") with { AfterOriginal = true },
        _ => null,
    };

    private Mutation? NotOnFile(Subject subject)
    {
        var foreign = records.Users.Values.Select(user => user["payment_methods"]!.AsObject()).SelectMany(methods => methods)
            .First(method => !subject.Methods.ContainsKey(method.Key)).Key;
        return subject.Write.Arguments["payment_method_id"] is null
            ? null
            : subject.With("payment method not on file", "payment_method_id", foreign, "R20", "R25", "R28", "R32");
    }

    private static Mutation? RefundElsewhere(Subject subject)
    {
        var original = (string)subject.Order["payment_history"]![0]!["payment_method_id"]!;
        var other = subject.Methods.FirstOrDefault(method => method.Key != original && (string)method.Value!["source"]! != "gift_card").Key;
        return subject.Write.Operation == "return_delivered_order_items" && other is not null
            ? subject.With("refund method not allowed", "payment_method_id", other, "R28")
            : null;
    }

    private static Mutation? Reason(Subject subject) =>
        subject.Write.Operation == "cancel_pending_order" ? subject.With("reason not allowed", "reason", "found it cheaper elsewhere", "R16") : null;

    /// <summary>A gift card that holds less than the order costs, or than the dearest variant costs more.</summary>
    private Mutation? CardShort(Subject subject)
    {
        var cards = subject.Methods.Where(method => (string)method.Value!["source"]! == "gift_card").ToList();
        var paidBy = (string)subject.Order["payment_history"]![0]!["payment_method_id"]!;
        if (subject.Write.Operation == "modify_pending_order_payment")
        {
            var total = (decimal)subject.Order["payment_history"]![0]!["amount"]!;
            var card = cards.Find(method => method.Key != paidBy && (decimal)method.Value!["balance"]! < total).Key;
            return card is null ? null : subject.With("gift card short", "payment_method_id", card, "R21");
        }

        if (Variants(subject) is not { } variants || cards.Count == 0)
        {
            return null;
        }

        var (dearest, price) = variants.Where(variant => (bool)variant.Value!["available"]!).Select(variant => (variant.Key, (decimal)variant.Value!["price"]!)).MaxBy(variant => variant.Item2);
        var gap = price - (decimal)subject.Line["price"]!;
        var poor = cards.Find(method => (decimal)method.Value!["balance"]! < gap).Key;
        return poor is null ? null : subject.Swap("gift card short", dearest, poor, "R25", "R32");
    }

    private Mutation? OtherProduct(Subject subject)
    {
        var foreign = records.Products.Where(product => product.Key != (string)subject.Line["product_id"]!)
            .SelectMany(product => product.Value["variants"]!.AsObject()).First(variant => (bool)variant.Value!["available"]!).Key;
        return Variants(subject) is null ? null : subject.Swap("variant of another product", foreign, null, "R24", "R31");
    }

    private Mutation? Unavailable(Subject subject) =>
        Variants(subject)?.FirstOrDefault(variant => !(bool)variant.Value!["available"]!).Key is { } missing ? subject.Swap("variant not available", missing, null, "R24", "R31") : null;

    /// <summary>The variants of the first item that is swapped; null when the write swaps none.</summary>
    private JsonObject? Variants(Subject subject) =>
        subject.Write.Arguments["new_item_ids"] is null ? null : records.Products[(string)subject.Line["product_id"]!]["variants"]!.AsObject();

    private sealed record Subject(string CaseId, string Customer, GoldWrite Write, JsonObject Order, JsonObject User)
    {
        public JsonObject Methods => User["payment_methods"]!.AsObject();

        /// <summary>The line of the order that the write's first item names, or else its first line.</summary>
        public JsonObject Line => Order["items"]!.AsArray().Select(line => line!.AsObject())
            .First(line => Write.Arguments["item_ids"] is not JsonArray items || (string)line["item_id"]! == (string)items[0]!);

        public Mutation Make(string kind, GoldWrite write, params string[] rules) => new(kind, CaseId, Customer, write, rules);

        public Mutation With(string kind, string name, string value, params string[] rules)
        {
            var arguments = (JsonObject)Write.Arguments.DeepClone();
            arguments[name] = value;
            return Make(kind, Write with { Arguments = arguments }, rules);
        }

        /// <summary>Only the first item, for another variant, and paid in another way if one is given.</summary>
        public Mutation Swap(string kind, string variant, string? method, params string[] rules)
        {
            var arguments = (JsonObject)Write.Arguments.DeepClone();
            arguments["item_ids"] = new JsonArray((string)Line["item_id"]!);
            arguments["new_item_ids"] = new JsonArray(variant);
            arguments["payment_method_id"] = method ?? (string)arguments["payment_method_id"]!;
            return Make(kind, Write with { Arguments = arguments }, rules);
        }
    }
}
