using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsConsole.Bench.Secrets;

/// <summary>Somebody with a browser of a kind: keeps cookies, fills forms, asks for compressed answers, and hands every byte of every answer to the evidence.</summary>
internal sealed partial class Visitor(string name, Uri address, Evidence evidence) : IDisposable
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly HttpClient _http = BenchHttp.MakeBare(address);

    public string Name => name;

    /// <summary>The cookies that it was given, by name.</summary>
    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    /// <summary>The tokens of forms that it was given.</summary>
    public HashSet<string> Tokens { get; } = new(StringComparer.Ordinal);

    public void Dispose() => _http.Dispose();

    public Task<(int Status, string Body)> GetAsync(string path, Place place = Place.Pages, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Get, path, null, place, headers);

    public async Task<(int Status, string Body)> SendAsync(HttpMethod method, string path, HttpContent? content, Place place, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.RelativeOrAbsolute)) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (_cookies.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        foreach (var (header, value) in headers)
        {
            request.Headers.Remove(header);
            request.Headers.TryAddWithoutValidation(header, value);
        }

        try
        {
            using var answer = await _http.SendAsync(request);
            return ((int)answer.StatusCode, await KeepAsync($"{name}: {method} {path}", answer, place));
        }
        catch (HttpRequestException)
        {
            // Some of what is tried makes the server end the connection.
            return (0, "");
        }
    }

    /// <summary>Opens a page and sends one of its forms.</summary>
    public async Task<int> FillAsync(string path, params (string Name, string Value)[] fields)
    {
        var (_, page) = await GetAsync(path);
        var hidden = HiddenField().Matches(page).Select(field => (WebUtility.HtmlDecode(field.Groups["name"].Value), WebUtility.HtmlDecode(field.Groups["value"].Value))).ToList();
        var form = new FormUrlEncodedContent([.. hidden.Concat(fields).DistinctBy(field => field.Item1).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]);
        return (await SendAsync(HttpMethod.Post, path, form, Place.Pages)).Status;
    }

    public Task<int> SignInAsync(string email, string password) => FillAsync("/signin", ("Form.Email", email), ("Form.Password", password));

    private async Task<string> KeepAsync(string what, HttpResponseMessage answer, Place place)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        var kept = place is Place.Pages && (int)answer.StatusCode >= 400 ? Place.Errors : place;
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var given) ? given : [])
        {
            evidence.Add(Place.Cookies, what, cookie);
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        evidence.Add(kept, what, $"{(int)answer.StatusCode} {answer.ReasonPhrase}\n{Text(answer.Headers.Where(header => header.Key != "Set-Cookie"))}{Text(answer.Content.Headers)}");
        var plain = answer.Content.Headers.ContentEncoding.Reverse().Aggregate(body, Evidence.Decode);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            evidence.AddBody(kept, what, body, answer.Content.Headers.ContentEncoding);
            return Encoding.UTF8.GetString(plain);
        }

        var page = Encoding.UTF8.GetString(plain);
        foreach (Match field in Field().Matches(page))
        {
            evidence.Add(Place.Fields, what, field.Value);
        }

        Tokens.UnionWith(HiddenField().Matches(page).Where(field => field.Groups["name"].Value.EndsWith("Token", StringComparison.Ordinal)).Select(field => field.Groups["value"].Value));
        evidence.Add(kept, what, Field().Replace(page, ""));
        return page;
    }

    private static string Text(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers) =>
        string.Concat(headers.SelectMany(header => header.Value.Select(value => $"{header.Key}: {value}\n")));

    /// <summary>Fields of the forms that need no circuit: hidden ones, and those that show again what was typed.</summary>
    [GeneratedRegex("<input\\b[^>]*\\bname=\"(?:_[^\"]*|Form\\.[^\"]*)\"[^>]*>")]
    private static partial Regex Field();

    [GeneratedRegex("<input\\b[^>]*\\btype=\"hidden\"[^>]*\\bname=\"(?<name>_[^\"]*)\"[^>]*\\bvalue=\"(?<value>[^\"]*)\"[^>]*>")]
    private static partial Regex HiddenField();
}
