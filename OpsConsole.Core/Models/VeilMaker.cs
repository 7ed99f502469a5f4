using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Models.Veiling;

namespace OpsConsole.Core.Models;

/// <summary>Fills a veil with what the map marks in the records of a case.</summary>
public static class VeilMaker
{
    private const int LongestValue = 400;
    private const int DeepestNesting = 16;

    /// <summary>Hides the values at the entity's <c>personal</c> and <c>secret</c> paths; the latter are never put back.</summary>
    public static void Fill(Veil veil, MapEntity entity, JsonObject record)
    {
        // Secrets first: a value that is both must not be put back.
        foreach (var value in entity.Secret.SelectMany(path => Values(record, path)))
        {
            veil.Hide(Veil.Secret, value);
        }

        foreach (var path in entity.Personal)
        {
            foreach (var value in Values(record, path))
            {
                Hide(veil, KindOf(path, value), value);
            }
        }
    }

    private static void Hide(Veil veil, string kind, string value)
    {
        if (kind == "name")
        {
            veil.HideName(value);
        }
        else
        {
            veil.Hide(kind, value);
        }
    }

    /// <summary>What a placeholder is called tells the model what it stands for; the path says it, and the value where the path does not.</summary>
    private static string KindOf(string path, string value)
    {
        var words = path.ToLowerInvariant();
        return words switch
        {
            _ when value.Contains('@', StringComparison.Ordinal) || words.Contains("mail", StringComparison.Ordinal) => "email",
            _ when words.Contains("phone", StringComparison.Ordinal) || words.Contains("mobile", StringComparison.Ordinal) => "phone",
            _ when words.Contains("address", StringComparison.Ordinal) || words.Contains("zip", StringComparison.Ordinal) || words.Contains("postcode", StringComparison.Ordinal) => "address",
            _ when words.Contains("name", StringComparison.Ordinal) => "name",
            _ when words.Contains("card", StringComparison.Ordinal) || words.Contains("pay", StringComparison.Ordinal) || FreePatterns.IsCard(value) || FreePatterns.IsAccount(value) => "payment",
            _ => "value",
        };
    }

    private static IEnumerable<string> Values(JsonObject record, string path)
    {
        IEnumerable<JsonNode?> reached = [record];
        foreach (var step in path.Split('.'))
        {
            reached = reached.SelectMany(node => node is JsonArray items ? items : [node]).Select(node => (node as JsonObject)?[step]).ToList();
        }

        return reached.SelectMany(node => Leaves(node, 0)).Where(text => text.Trim().Length is >= 3 and <= LongestValue).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Leaves(JsonNode? node, int depth) => node switch
    {
        _ when depth > DeepestNesting => [],
        JsonObject members => members.SelectMany(member => Leaves(member.Value, depth + 1)),
        JsonArray items => items.SelectMany(item => Leaves(item, depth + 1)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.ToString()],
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => [CanonicalJson.Write(value)],
        _ => [],
    };
}
