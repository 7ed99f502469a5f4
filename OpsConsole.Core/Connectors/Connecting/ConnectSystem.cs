using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Connecting;

/// <summary>
/// Connects the systems that a pack names. A raw example:
/// <code>
/// systems:
///   - { id: sandbox, name: Service desk sandbox, kind: sandbox }
///   - id: shop
///     name: Shop
///     kind: openapi
///     document: shop-openapi.json         # beside pack.yaml
///     base-url-setting: Shop:BaseUrl      # a setting of the installation; without it the document's own server
///     auth: header                        # none, header, query, cookie, bearer, basic; without it what the document offers first
///     record-template: /records/{collection}/{id}
///     idempotency-header: Idempotency-Key
///     receipt-header: X-Effect-Sequence
///     health-path: /health
/// </code>
/// The secret is set by a person on the connector page; a pack never holds one.
/// </summary>
public sealed class ConnectSystem(ImportSystem import)
{
    /// <param name="actor">Who loads the pack.</param>
    /// <param name="item">One member of <c>systems</c>; faults are told to its file.</param>
    /// <param name="folder">The pack's folder, in which the document is looked for.</param>
    /// <param name="setting">The settings of the installation by name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task ConnectAsync(Actor actor, YamlPart item, string folder, Func<string, string?> setting, CancellationToken cancellation)
    {
        item.AllowOnly("id", "name", "kind", "document", "base-url-setting", "auth", "record-template", "idempotency-header", "receipt-header", "health-path");
        var id = item.Required("id");
        switch (item.Required("kind"))
        {
            case "sandbox" when id == SandboxConnector.Id:
                break;
            case "sandbox":
                item.Find("id")?.Error($"the embedded sandbox has the id '{SandboxConnector.Id}'");
                break;
            case OpenApiConnector.Kind:
                await ImportAsync(actor, item, folder, setting, cancellation);
                break;
            case var other:
                item.Find("kind")?.Error($"'{other}' is not known; known are sandbox, openapi");
                break;
        }
    }

    private async Task ImportAsync(Actor actor, YamlPart item, string folder, Func<string, string?> setting, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(Path.Combine(folder, item.Required("document")));
        if (!file.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(file))
        {
            item.Find("document")?.Error("there is no such file in the pack");
            return;
        }

        var text = await File.ReadAllTextAsync(file, cancellation);
        var read = ApiReader.Read(text);
        if (read is not DocumentResult.Read { Document: var document })
        {
            item.Find("document")?.Error(read is DocumentResult.Unreadable unreadable ? unreadable.Reason : "cannot be read");
            return;
        }

        var outcome = await import.ImportAsync(actor, new SystemImport(item.Required("id"), item.Required("name"), text, Settings(item, document, setting)), cancellation);
        switch (outcome)
        {
            case ImportOutcome.Invalid invalid:
                invalid.Faults.ToList().ForEach(item.Error);
                break;
            case ImportOutcome.Forbidden forbidden:
                item.Error($"connecting a system needs the permission {forbidden.Lacking.Permission}");
                break;
        }
    }

    private static HttpSystemSettings Settings(YamlPart item, ApiDocument document, Func<string, string?> setting) => new()
    {
        BaseUrl = (item.Optional("base-url-setting") is { } name ? setting(name) : null) ?? (document.Servers is [var server, ..] ? server : ""),
        Auth = Auth(item, document),
        RecordTemplate = item.Optional("record-template"),
        IdempotencyHeader = item.Optional("idempotency-header"),
        ReceiptHeader = item.Optional("receipt-header"),
        HealthPath = item.Optional("health-path") ?? "/",
    };

    private static AuthScheme Auth(YamlPart item, ApiDocument document)
    {
        AuthKind? wanted = item.Optional("auth") switch
        {
            "none" => AuthKind.None,
            "header" => AuthKind.HeaderKey,
            "query" => AuthKind.QueryKey,
            "cookie" => AuthKind.CookieKey,
            "bearer" => AuthKind.Bearer,
            "basic" => AuthKind.Basic,
            _ => null,
        };
        var none = new AuthScheme("none", AuthKind.None);
        if (wanted is null or AuthKind.None)
        {
            return wanted is null && document.Schemes is [var first, ..] ? first : none;
        }

        var offered = document.Schemes.FirstOrDefault(scheme => scheme.Kind == wanted);
        if (offered is null && wanted is not (AuthKind.Bearer or AuthKind.Basic))
        {
            item.Find("auth")?.Error("the document offers no such key");
        }

        return offered ?? new AuthScheme(wanted.Value.ToString(), wanted.Value);
    }
}
