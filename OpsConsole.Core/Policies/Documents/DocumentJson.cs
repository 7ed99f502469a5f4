using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>A document as JSON: how drafts are stored, and how two documents are compared.</summary>
public static class DocumentJson
{
    /// <summary>Letters are written as they are: a person reads it.</summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(PolicyDocument document) => JsonSerializer.Serialize(document, Options);

    public static PolicyDocument Read(string json) => JsonSerializer.Deserialize<PolicyDocument>(json, Options) ?? throw new JsonException("A document is null.");

    public static bool Same(PolicyDocument one, PolicyDocument other) => Write(one) == Write(other);
}
