using System.Text;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>Gives every operation a name that can be part of an action type's id.</summary>
internal static class OperationName
{
    /// <summary>The document's own name, or one made of method and path such as <c>get_orders_by_id</c>; a name that is taken gets a number.</summary>
    public static string Choose(string? operationId, string method, string path, HashSet<string> taken)
    {
        var wanted = Clean(string.IsNullOrWhiteSpace(operationId) ? $"{method.ToLowerInvariant()}_{path.Replace("{", "by_", StringComparison.Ordinal)}" : operationId);
        var name = wanted.Length > 0 ? wanted : "operation";
        for (var again = 2; !taken.Add(name); again++)
        {
            name = $"{wanted}_{again}";
        }

        return name;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-')
            {
                clean.Append(letter);
            }
            else if (clean.Length > 0 && clean[^1] != '_')
            {
                clean.Append('_');
            }
        }

        return clean.ToString().TrimEnd('_');
    }
}
