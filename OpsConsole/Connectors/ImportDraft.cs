using OpsConsole.Core.Connectors.OpenApi;

namespace OpsConsole.Connectors;

/// <summary>What a person types about a system that is to be connected.</summary>
public sealed class ImportDraft
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string BaseUrl { get; set; } = "";

    /// <summary>The document's name of the chosen way to sign in; empty for none.</summary>
    public string Scheme { get; set; } = "";

    public string Secret { get; set; } = "";

    public string RecordTemplate { get; set; } = "";

    public string IdempotencyHeader { get; set; } = "";

    public string ReceiptHeader { get; set; } = "";

    public string HealthPath { get; set; } = "/";

    public int TimeoutSeconds { get; set; } = 15;

    public HttpSystemSettings ToSettings(IReadOnlyList<AuthScheme> schemes) => new()
    {
        BaseUrl = BaseUrl.Trim(),
        Auth = schemes.FirstOrDefault(scheme => scheme.Name == Scheme) ?? new AuthScheme("none", AuthKind.None),
        RecordTemplate = OrNull(RecordTemplate),
        IdempotencyHeader = OrNull(IdempotencyHeader),
        ReceiptHeader = OrNull(ReceiptHeader),
        HealthPath = OrNull(HealthPath) ?? "/",
        TimeoutSeconds = TimeoutSeconds,
    };

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
