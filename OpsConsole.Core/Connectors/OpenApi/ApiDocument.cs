namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>What was read out of an OpenAPI document.</summary>
/// <param name="Servers">Absolute base addresses that the document names, best first; empty when it names none.</param>
/// <param name="Schemes">The ways to sign in that we can do.</param>
public sealed record ApiDocument(
    string Title, string Version, IReadOnlyList<string> Servers, IReadOnlyList<AuthScheme> Schemes,
    IReadOnlyList<ApiOperation> Operations, IReadOnlyList<UnusableOperation> Unusable);

/// <summary>How the reading of a document ended.</summary>
public abstract record DocumentResult
{
    private DocumentResult()
    {
    }

    public sealed record Read(ApiDocument Document) : DocumentResult;

    /// <summary>It is no OpenAPI document that we understand; a sentence says why.</summary>
    public sealed record Unreadable(string Reason) : DocumentResult;
}
