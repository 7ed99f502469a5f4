namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>How a request shows who sends it.</summary>
public enum AuthKind
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>A key in a header.</summary>
    HeaderKey,

    /// <summary>A key in the query.</summary>
    QueryKey,

    /// <summary>A key in a cookie.</summary>
    CookieKey,

    /// <summary>A bearer token.</summary>
    Bearer,

    /// <summary>A user name and password, written as <c>user:password</c>.</summary>
    Basic,
}

/// <summary>A way to sign in that a document offers.</summary>
/// <param name="Name">The document's own name for it.</param>
/// <param name="Key">The header, query or cookie name, for a key.</param>
/// <param name="Note">What a person needs to know, such as that a token must be fetched elsewhere.</param>
public sealed record AuthScheme(string Name, AuthKind Kind, string Key = "", string Note = "");
