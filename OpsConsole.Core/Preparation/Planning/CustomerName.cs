using OpsConsole.Core.Preparation.Slots;

namespace OpsConsole.Core.Preparation.Planning;

/// <summary>What a customer is called on screen: the map says where the name stands, and a name in several fields is put together.</summary>
internal static class CustomerName
{
    public static string? Of(CaseRecords records)
    {
        if (records.Customer is not { } customer)
        {
            return null;
        }

        var parts = customer.Entity.NameField.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(path => JsonPath.Text(JsonPath.First(customer.Record.Body, path))).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? customer.Id : string.Join(' ', parts);
    }
}
