using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>
/// Turns what a stranger put forward into JSON that is ours: detached, in canonical form, of bounded size and depth, each name once.
/// A <see cref="JsonObject"/> that was parsed lazily can still throw when it is first looked into; it does so here or nowhere.
/// </summary>
internal static class CleanJson
{
    private const int MostBytes = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <returns>The clean copy, or null and the sentence that says what is wrong with it.</returns>
    public static (JsonObject? Clean, string? Problem) Copy(string name, JsonObject? given)
    {
        if (given is null)
        {
            return (null, $"“{name}” must be a JSON object.");
        }

        try
        {
            var text = given.ToJsonString();
            if (Encoding.UTF8.GetByteCount(text) > MostBytes)
            {
                return (null, $"“{name}” is larger than {MostBytes / 1024} KiB.");
            }

            var parsed = JsonNode.Parse(text, documentOptions: Strict) as JsonObject;
            return HasNul(parsed)
                ? (null, $"“{name}” has the sign \\u0000 in it, at which other programs end a text.")
                : (JsonNode.Parse(CanonicalJson.Write(parsed), documentOptions: Strict) as JsonObject, null);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException or NotSupportedException or FormatException)
        {
            return (null, $"“{name}” is no plain JSON object: each name once, at most {Strict.MaxDepth} levels deep.");
        }
    }

    private static bool HasNul(JsonNode? node) => node switch
    {
        JsonObject members => members.Any(member => member.Key.Contains('\0', StringComparison.Ordinal) || HasNul(member.Value)),
        JsonArray items => items.Any(HasNul),
        JsonValue value => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Contains('\0', StringComparison.Ordinal),
        _ => false,
    };
}
