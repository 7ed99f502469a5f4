using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>Writes a call as a request: each argument to its place.</summary>
internal static class RequestWriter
{
    public static HttpRequestMessage Write(HttpSystemSettings settings, ApiOperation operation, JsonObject arguments)
    {
        var path = operation.Path;
        var query = new List<KeyValuePair<string, string>>();
        var body = new JsonObject();
        JsonNode? whole = null;
        var request = new HttpRequestMessage { Method = new HttpMethod(operation.Method) };
        foreach (var argument in operation.Arguments)
        {
            if (!arguments.TryGetPropertyValue(argument.Name, out var value) || (value is null && argument.Place is not (ArgumentPlace.Body or ArgumentPlace.WholeBody)))
            {
                continue;
            }

            switch (argument.Place)
            {
                case ArgumentPlace.Path: path = path.Replace($"{{{argument.WireName}}}", Segment(Text(value)), StringComparison.Ordinal); break;
                case ArgumentPlace.Query: query.AddRange(Pairs(argument.WireName, value, argument.Brackets)); break;
                case ArgumentPlace.Header: request.Headers.TryAddWithoutValidation(argument.WireName, OneLine(Text(value))); break;
                case ArgumentPlace.Cookie: request.Headers.TryAddWithoutValidation("Cookie", $"{argument.WireName}={Uri.EscapeDataString(Text(value))}"); break;
                case ArgumentPlace.Body: body[argument.WireName] = value?.DeepClone(); break;
                case ArgumentPlace.WholeBody: whole = value?.DeepClone(); break;
            }
        }

        request.RequestUri = Join(settings.BaseUrl, path, query);
        request.Content = Content(operation, whole ?? body);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    /// <summary>The address of a record: <c>{collection}</c> and <c>{id}</c> of the template, each as one segment.</summary>
    public static Uri? RecordAddress(HttpSystemSettings settings, RecordRef record) =>
        settings.RecordTemplates.GetValueOrDefault(record.Collection, settings.RecordTemplate ?? "") is { Length: > 0 } template
            ? Join(settings.BaseUrl, template.Replace("{collection}", Segment(record.Collection), StringComparison.Ordinal).Replace("{id}", Segment(record.Id), StringComparison.Ordinal), [])
            : null;

    public static void SignIn(HttpRequestMessage request, AuthScheme auth, string secret)
    {
        switch (auth.Kind)
        {
            case AuthKind.HeaderKey: request.Headers.TryAddWithoutValidation(auth.Key, OneLine(secret)); break;
            case AuthKind.Bearer: request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {OneLine(secret)}"); break;
            case AuthKind.Basic: request.Headers.TryAddWithoutValidation("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))}"); break;
            case AuthKind.CookieKey: request.Headers.TryAddWithoutValidation("Cookie", $"{auth.Key}={Uri.EscapeDataString(secret)}"); break;
            case AuthKind.QueryKey:
                var address = request.RequestUri!.ToString();
                request.RequestUri = new Uri($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Uri.EscapeDataString(auth.Key)}={Uri.EscapeDataString(secret)}");
                break;
            case AuthKind.None: break;
        }
    }

    public static Uri Join(string baseUrl, string path, IReadOnlyCollection<KeyValuePair<string, string>> query)
    {
        var address = baseUrl.TrimEnd('/') + "/" + path.TrimStart('/');
        return new Uri(query.Count == 0 ? address : $"{address}?{string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"))}");
    }

    private static ByteArrayContent? Content(ApiOperation operation, JsonNode body) => operation.Body switch
    {
        BodyForm.Json => new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        BodyForm.Form => new FormUrlEncodedContent(body is JsonObject members ? members.SelectMany(member => Pairs(member.Key, member.Value, brackets: true)) : []),

        // The library repeats a request by itself when a connection breaks before a body was begun; a write must not be repeated
        // unseen, so that each has a body, if only an empty one.
        _ => operation.Effect == EffectClass.Write ? new ByteArrayContent([]) : null,
    };

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string name, JsonNode? value, bool brackets) => value switch
    {
        JsonObject members => members.SelectMany(member => Pairs(brackets ? $"{name}[{member.Key}]" : member.Key, member.Value, brackets)),
        JsonArray items when brackets && items.Any(item => item is JsonObject or JsonArray) => items.SelectMany((item, index) => Pairs($"{name}[{index.ToString(CultureInfo.InvariantCulture)}]", item, brackets)),
        JsonArray items => items.SelectMany(item => Pairs(brackets ? $"{name}[]" : name, item, brackets)),
        _ => [KeyValuePair.Create(name, Text(value))],
    };

    /// <summary>One segment of a path. A dot segment would be folded away by whoever reads the address next.</summary>
    private static string Segment(string text) => text is "." or ".." ? text.Replace(".", "%2E", StringComparison.Ordinal) : Uri.EscapeDataString(text);

    private static string Text(JsonNode? value) => value switch
    {
        JsonArray items => string.Join(',', items.Select(Text)),
        JsonValue text when text.TryGetValue<string>(out var plain) => plain,
        _ => value?.ToJsonString() ?? "",
    };

    private static string OneLine(string text) => string.Concat(text.Where(letter => !char.IsControl(letter)));
}
