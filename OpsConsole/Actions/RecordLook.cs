using OpsConsole.Controls;

namespace OpsConsole.Actions;

/// <summary>How a record of an outside system is shown: by the icon of its kind, its id, and the place where it can be read.</summary>
public static class RecordLook
{
    /// <param name="record">Such as <c>sandbox/orders/W-23187</c>.</param>
    public static Touch Touch(string record) => record.Split('/', 3) is [_, var collection, var id]
        ? new Touch(Icon(collection), $"{Singular(collection)} {id}", OpsUrls.Record(record))
        : new Touch("term", record);

    private static string Singular(string collection) => collection.EndsWith('s') ? collection[..^1] : collection;

    private static string Icon(string collection) => collection switch
    {
        "orders" => "order",
        "payments" or "credits" => "card",
        "customers" or "users" => "user",
        "products" => "packs",
        "shipments" => "truck",
        "tickets" => "chat",
        _ => "term",
    };
}
