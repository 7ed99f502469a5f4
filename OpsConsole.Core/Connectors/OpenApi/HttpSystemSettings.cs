using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>How to speak with a system over HTTP. The secret is not here.</summary>
public sealed record HttpSystemSettings
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What paths are appended to; <c>http</c> or <c>https</c>.</summary>
    public required string BaseUrl { get; init; }

    public AuthScheme Auth { get; init; } = new("none", AuthKind.None);

    /// <summary>Where a record is read, such as <c>/records/{collection}/{id}</c>; null when records cannot be read.</summary>
    public string? RecordTemplate { get; init; }

    /// <summary>Templates of single collections that differ from <see cref="RecordTemplate"/>.</summary>
    public IReadOnlyDictionary<string, string> RecordTemplates { get; init; } = new Dictionary<string, string>();

    /// <summary>The header that makes a repeated write have one effect; null when the system knows none.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>The header of an answer that marks the effect, such as <c>X-Effect-Sequence</c>.</summary>
    public string? ReceiptHeader { get; init; }

    /// <summary>The path that shows whether the system answers.</summary>
    public string HealthPath { get; init; } = "/";

    /// <summary>How long one call may take, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 15;

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static HttpSystemSettings FromJson(string json) => JsonSerializer.Deserialize<HttpSystemSettings>(json, Options)!;
}
