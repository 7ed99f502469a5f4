using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>Where an argument goes in a request.</summary>
public enum ArgumentPlace
{
    /// <summary>Into a segment of the path.</summary>
    Path,

    /// <summary>Into the query.</summary>
    Query,

    /// <summary>Into a header.</summary>
    Header,

    /// <summary>Into a cookie.</summary>
    Cookie,

    /// <summary>Into the body, as a member.</summary>
    Body,

    /// <summary>It is the body.</summary>
    WholeBody,
}

/// <summary>How the body of a request is written.</summary>
public enum BodyForm
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>As JSON.</summary>
    Json,

    /// <summary>As <c>application/x-www-form-urlencoded</c>.</summary>
    Form,
}

/// <summary>One argument: the name that action types know it by, the name that the other side knows it by, and where it goes.</summary>
/// <param name="Brackets">Objects and lists are written as <c>name[part]</c> (the deepObject style) rather than as repeated names.</param>
public sealed record ApiArgument(string Name, string WireName, ArgumentPlace Place, bool Brackets = false);

/// <summary>An operation of an imported document, with all that a request needs.</summary>
/// <param name="Parameters">JSON Schema of all arguments in one flat object; it is complete in itself.</param>
public sealed record ApiOperation(
    string Name, string Method, string Path, string Summary, EffectClass Effect, JsonObject Parameters, IReadOnlyList<ApiArgument> Arguments, BodyForm Body)
{
    /// <summary>The header that it takes a repeat key in, when the document declares one; the key is ours to give and no argument.</summary>
    public string? RepeatKeyHeader { get; init; }

    public SystemOperation Description => new(Name, Summary, Effect, Parameters);
}

/// <summary>An operation that cannot be used, and why.</summary>
public sealed record UnusableOperation(string Name, string Method, string Path, string Reason);
