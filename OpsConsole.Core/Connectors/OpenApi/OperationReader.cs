using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>Turns one operation into a flat list of arguments and where each of them goes.</summary>
internal sealed class OperationReader(SchemaText schemas, string idempotencyHeader)
{
    /// <summary>What OpenAPI itself says to ignore as header parameters; they are the connector's to set.</summary>
    private static readonly HashSet<string> OwnHeaders = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization" };

    private readonly List<ApiArgument> _arguments = [];
    private readonly JsonObject _properties = [];
    private readonly JsonArray _required = [];
    private string? _repeatKeyHeader;

    /// <exception cref="UnusableException">The operation needs what we cannot do.</exception>
    public ApiOperation Read(string name, string method, string path, IOpenApiPathItem item, OpenApiOperation operation)
    {
        var own = operation.Parameters ?? [];
        var shared = (item.Parameters ?? []).Where(parameter => !own.Any(other => other.Name == parameter.Name && other.In == parameter.In));
        foreach (var parameter in own.Concat(shared))
        {
            AddParameter(parameter);
        }

        var body = operation.RequestBody is { } request ? AddBody(request) : BodyForm.None;
        var schema = new JsonObject { ["type"] = "object", ["required"] = _required, ["properties"] = _properties, ["additionalProperties"] = false };
        schemas.Complete(schema);
        var summary = FirstLine(operation.Summary) ?? FirstLine(operation.Description) ?? FirstLine(item.Summary) ?? name;
        return new ApiOperation(name, method, path, summary, Effect(method, operation), schema, _arguments, body) { RepeatKeyHeader = _repeatKeyHeader };
    }

    private static EffectClass Effect(string method, OpenApiOperation operation) =>
        (operation.Extensions?.TryGetValue("x-effect", out var said) == true ? (said as JsonNodeExtension)?.Node.ToString() : null) switch
        {
            "read" => EffectClass.Read,
            "write" => EffectClass.Write,
            _ => method.ToUpperInvariant() is "GET" or "HEAD" ? EffectClass.Read : EffectClass.Write,
        };

    private static string? FirstLine(string? text)
    {
        var line = text?.Split('\n').Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0);
        return line is { Length: > 160 } ? line[..159] + "…" : line;
    }

    private void AddParameter(IOpenApiParameter parameter)
    {
        var wire = parameter.Name ?? throw new UnusableException("One of its parameters refers to something that is not there.");
        var place = parameter.In switch
        {
            ParameterLocation.Path => ArgumentPlace.Path,
            ParameterLocation.Query => ArgumentPlace.Query,
            ParameterLocation.Header => ArgumentPlace.Header,
            ParameterLocation.Cookie => ArgumentPlace.Cookie,
            _ => throw new UnusableException($"Its parameter {wire} says no place."),
        };
        if (place == ArgumentPlace.Header && string.Equals(wire, idempotencyHeader, StringComparison.OrdinalIgnoreCase))
        {
            _repeatKeyHeader = wire;
            return;
        }

        if (place == ArgumentPlace.Header && OwnHeaders.Contains(wire))
        {
            return;
        }

        if (parameter.Schema is null && parameter.Content is { Count: > 0 })
        {
            throw new UnusableException($"Its parameter {wire} is written as {parameter.Content.Keys.First()}; only plain parameters are understood.");
        }

        var schema = parameter.Schema is { } declared ? SchemaText.Write(declared) : new JsonObject { ["type"] = "string" };
        if (!schema.ContainsKey("description") && FirstLine(parameter.Description) is { } description && !schema.ContainsKey("$ref"))
        {
            schema["description"] = description;
        }

        Add(wire, place, schema, parameter.Required || place == ArgumentPlace.Path, parameter.Style == ParameterStyle.DeepObject);
    }

    private BodyForm AddBody(IOpenApiRequestBody request)
    {
        var (media, content) = (request.Content ?? new Dictionary<string, OpenApiMediaType>())
            .OrderBy(form => IsJson(form.Key) ? 0 : form.Key.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? 1 : 2)
            .FirstOrDefault();
        if (media is null)
        {
            return BodyForm.None;
        }

        var form = IsJson(media) ? BodyForm.Json : media.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? BodyForm.Form : BodyForm.None;
        if (form == BodyForm.None)
        {
            throw new UnusableException($"Its body is {media}; only JSON and form-encoded bodies can be sent.");
        }

        if (content?.Schema is not { } declared)
        {
            Add("body", ArgumentPlace.WholeBody, [], request.Required, brackets: false);
            return form;
        }

        AddBodyMembers(SchemaText.Write(declared), form, content, request.Required);
        return form;
    }

    private void AddBodyMembers(JsonObject schema, BodyForm form, OpenApiMediaType content, bool isRequired)
    {
        if (BodyMembers.Flatten(schemas, schema) is not { } members)
        {
            if (form == BodyForm.Form)
            {
                throw new UnusableException("Its form-encoded body is no plain list of members.");
            }

            Add("body", ArgumentPlace.WholeBody, schema, isRequired, brackets: false);
            return;
        }

        foreach (var (name, member) in members.Properties)
        {
            var brackets = content.Encoding?.TryGetValue(name, out var encoding) == true && encoding.Style == ParameterStyle.DeepObject;
            Add(name, ArgumentPlace.Body, member, isRequired && members.Required.Contains(name), brackets);
        }
    }

    /// <summary>A name that is taken by a parameter of another place gets that place in front: <c>body_id</c> beside <c>id</c>.</summary>
    private void Add(string wire, ArgumentPlace place, JsonObject schema, bool isRequired, bool brackets)
    {
        var name = _properties.ContainsKey(wire) ? $"{place.ToString().ToLowerInvariant()}_{wire}" : wire;
        if (_properties.ContainsKey(name))
        {
            return;
        }

        _properties[name] = schema;
        _arguments.Add(new ApiArgument(name, wire, place, brackets));
        if (isRequired)
        {
            _required.Add(name);
        }
    }

    private static bool IsJson(string media)
    {
        var type = media.Split(';')[0].Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase) || type == "*/*";
    }
}
