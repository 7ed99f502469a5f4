using System.Collections.Frozen;
using System.Text.Json.Nodes;
using OpsConsole.Controls;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Identity;

namespace OpsConsole.Audit;

/// <summary>An entry of the log in words.</summary>
public static class EntryText
{
    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        ["signin.succeeded"] = "Signed in",
        ["signin.failed"] = "Could not sign in",
        ["workspace.first-admin-made"] = "First administrator made",
        ["person.signed-out-everywhere"] = "Signed out everywhere",
        ["audit.verified"] = "Verified the log",
        ["audit.exported"] = "Exported a case's entries",
        ["service.key-issued"] = "API key issued",
        ["service.key-revoked"] = "API key revoked",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Members of the details that say which thing it was, best first.</summary>
    private static readonly string[] Naming = ["title", "finding", "name", "message", "reason"];

    /// <summary>Such as <c>Action approved: Refund 42.90 €</c>.</summary>
    public static string What(AuditRecord entry)
    {
        var sentence = Sentences.GetValueOrDefault(entry.Event) ?? Spell(entry.Event);
        var naming = Naming.Select(name => Text(entry, name)).FirstOrDefault(text => text is not null && text != entry.ActorName);
        return naming is null ? sentence : $"{sentence}: {naming}";
    }

    /// <summary>What it is about, when that is no case: <c>person</c>, <c>policy refunds</c>.</summary>
    public static string About(AuditRecord entry) => entry.Subject.Split('/', 2) is [var kind, var id] && !Guid.TryParse(id, out _) ? $"{kind} {id}" : entry.Subject.Split('/')[0];

    public static string Kind(AuditRecord entry) => entry.ActorKind switch
    {
        ActorKind.Person => "Person, signed in",
        ActorKind.Service => "Service, by API key",
        ActorKind.System => "The console itself",
    };

    /// <summary>The shape and tone that the outcome has; none when all went well.</summary>
    public static (Tone Tone, string Glyph)? Look(AuditRecord entry) => entry.Outcome switch
    {
        "refused" => (Tone.Bad, "blocked"),
        "failed" => (Tone.Bad, "failed"),
        "unknown" => (Tone.Unknown, "unknown"),
        _ => null,
    };

    /// <summary>The details as a person reads them: indented, complete.</summary>
    public static string Details(AuditRecord entry) =>
        JsonNode.Parse(entry.DetailsJson)?.ToJsonString(Readable) ?? "{}";

    /// <summary>The decision of policies that an action stood under at that moment; null for what is about no action.</summary>
    public static long? Decision(AuditRecord entry) =>
        JsonNode.Parse(entry.DetailsJson) is JsonObject details && details["decision"] is JsonValue value && value.TryGetValue<long>(out var id) ? id : null;

    public static string Short(string hash) => $"{hash[..4]}…{hash[^4..]}";

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Spell(string name)
    {
        var words = name.Replace('.', ' ').Replace('-', ' ');
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string? Text(AuditRecord entry, string name) =>
        JsonNode.Parse(entry.DetailsJson) is JsonObject details && details[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
