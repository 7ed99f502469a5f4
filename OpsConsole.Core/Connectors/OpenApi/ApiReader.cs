using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>
/// Reads OpenAPI 3.0 and 3.1. What a document has that we cannot do makes the one operation unusable, with the reason, and not the
/// document. Nothing is fetched: a reference to another document is such a reason.
/// </summary>
public static class ApiReader
{
    /// <param name="text">JSON or YAML.</param>
    /// <param name="from">Where it was read from; relative server addresses are relative to it.</param>
    /// <param name="idempotencyHeader">The header that carries our own key and therefore is no argument.</param>
    public static DocumentResult Read(string text, Uri? from = null, string idempotencyHeader = "Idempotency-Key")
    {
        if (DocumentText.Parse(text, out var reason) is not { } json)
        {
            return new DocumentResult.Unreadable(reason);
        }

        if ((string?)json["openapi"]?.ToString() is not ['3', '.', ..])
        {
            return new DocumentResult.Unreadable(json.ContainsKey("swagger")
                ? "This is a Swagger 2.0 document; convert it to OpenAPI 3.0 first."
                : "This is no OpenAPI 3 document: its member 'openapi' does not begin with 3.");
        }

        try
        {
            var read = OpenApiDocument.Parse(json.ToJsonString(), "json", new OpenApiReaderSettings { LoadExternalRefs = false });
            return read.Document is { } document
                ? new DocumentResult.Read(Describe(document, from, idempotencyHeader))
                : new DocumentResult.Unreadable(read.Diagnostic?.Errors.FirstOrDefault()?.Message ?? "The document could not be read.");
        }
        catch (Exception failure) when (failure is OpenApiException or InvalidOperationException or ArgumentException or FormatException or NullReferenceException)
        {
            return new DocumentResult.Unreadable($"The document could not be read: {failure.Message}");
        }
    }

    private static ApiDocument Describe(OpenApiDocument document, Uri? from, string idempotencyHeader)
    {
        var operations = new List<ApiOperation>();
        var unusable = new List<UnusableOperation>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var schemas = new SchemaText(document);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                var name = OperationName.Choose(operation.OperationId, method.Method, path, names);
                try
                {
                    operations.Add(new OperationReader(schemas, idempotencyHeader).Read(name, method.Method, path, item, operation));
                }
                catch (UnusableException refusal)
                {
                    unusable.Add(new UnusableOperation(name, method.Method, path, refusal.Message));
                }
            }
        }

        return new ApiDocument(
            document.Info?.Title ?? "Untitled", document.Info?.Version ?? "", [.. Servers(document, from)], [.. Schemes(document)], operations, unusable);
    }

    private static IEnumerable<string> Servers(OpenApiDocument document, Uri? from)
    {
        foreach (var server in document.Servers ?? [])
        {
            var url = (server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
                .Aggregate(server.Url ?? "", (text, variable) => text.Replace($"{{{variable.Key}}}", variable.Value.Default ?? "", StringComparison.Ordinal));
            if ((Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https") || (from is not null && Uri.TryCreate(from, url, out absolute)))
            {
                yield return absolute!.ToString().TrimEnd('/');
            }
        }
    }

    private static IEnumerable<AuthScheme> Schemes(OpenApiDocument document)
    {
        foreach (var (name, scheme) in document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>())
        {
            var read = (scheme.Type, scheme.In, scheme.Scheme?.ToUpperInvariant()) switch
            {
                (SecuritySchemeType.ApiKey, ParameterLocation.Header, _) => new AuthScheme(name, AuthKind.HeaderKey, scheme.Name ?? ""),
                (SecuritySchemeType.ApiKey, ParameterLocation.Query, _) => new AuthScheme(name, AuthKind.QueryKey, scheme.Name ?? ""),
                (SecuritySchemeType.ApiKey, ParameterLocation.Cookie, _) => new AuthScheme(name, AuthKind.CookieKey, scheme.Name ?? ""),
                (SecuritySchemeType.Http, _, "BEARER") => new AuthScheme(name, AuthKind.Bearer),
                (SecuritySchemeType.Http, _, "BASIC") => new AuthScheme(name, AuthKind.Basic, Note: "Give it as user:password."),
                (SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect, _, _) =>
                    new AuthScheme(name, AuthKind.Bearer, Note: "The token is not fetched by itself: give an access token that lasts."),
                _ => null,
            };
            if (read is not null)
            {
                yield return read;
            }
        }
    }
}
