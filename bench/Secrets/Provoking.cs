using System.Net.Http.Headers;
using System.Text;
using OpsConsole.Core.Identity;

namespace OpsConsole.Bench.Secrets;

/// <summary>Requests that no decent client sends, with and without a session, to see what the console says about them and what it writes down.</summary>
internal sealed class Provoking(SecretsWorld world)
{
    public async Task<int> RunAsync(Visitor visitor)
    {
        var statuses = new List<int>();
        async Task Try(HttpMethod method, string path, HttpContent? content = null, params (string, string)[] headers) => statuses.Add((await visitor.SendAsync(method, path, content, Place.Errors, headers)).Status);
        HttpContent Form(params (string Name, string Value)[] fields) => new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var password = world.Passwords[Roles.Supervisor].Value;
        var session = visitor.Cookies.GetValueOrDefault("opsconsole", world.ForgedCookie.Value);

        await Try(HttpMethod.Post, "/signin", Form(("_handler", "password"), ("Form.Email", "x@people.example"), ("Form.Password", password)));
        await Try(HttpMethod.Post, "/signin", Form(("_handler", "password"), ("__RequestVerificationToken", world.ForgedCookie.Value), ("Form.Password", password)));
        await Try(HttpMethod.Post, "/signin", Form(("_handler", "nothing"), ("Form.Password", password)));
        await Try(HttpMethod.Post, "/signin", new StringContent($"Form.Password={password}", Encoding.UTF8, "text/plain"));
        await Try(HttpMethod.Post, "/signin", new StringContent($"{{\"Password\": \"{password}\"", Encoding.UTF8, "application/json"));
        await Try(HttpMethod.Post, "/signin", new StringContent($"--x\r\nContent-Disposition: form-data; name=\"Form.Password\"\r\n\r\n{password}", Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } });
        await Try(HttpMethod.Post, "/signin", Form([.. Enumerable.Range(0, 1100).Select(number => ($"field{number}", password))]));
        await Try(HttpMethod.Post, "/signin", Form(("_handler", "password"), ("Form.Email[0].Password", password), ("Form.Password[", password)));
        await Try(HttpMethod.Post, "/setup", Form(("_handler", "setup"), ("Form.Password", password)));
        await Try(HttpMethod.Post, "/join", Form(("_handler", "join"), ("Form.Code", world.WrongCode.Value), ("Form.Password", password)));
        await Try(HttpMethod.Post, "/signout", Form(("Form.Password", password)));
        await Try(HttpMethod.Put, "/signin", Form(("Form.Password", password)));

        await Try(HttpMethod.Get, "/", null, ("X-Api-Key", new string('k', 40_000) + world.WrongKey.Value));
        await Try(HttpMethod.Get, "/", null, ("Cookie", $"opsconsole={new string('c', 40_000)}{world.ForgedCookie.Value}"));
        await Try(HttpMethod.Get, "/", null, ("Cookie", $"opsconsole={world.ForgedCookie.Value}; .AspNetCore.Antiforgery.x={world.ForgedCookie.Value}"));
        await Try(HttpMethod.Get, "/", null, ("Cookie", $"opsconsole={session[..(session.Length / 2)]}; opsconsoleC1={world.ForgedCookie.Value}"));
        await Try(HttpMethod.Get, "/", null, ("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"x:{password}"))}"));
        await Try(HttpMethod.Get, "/", null, ("Authorization", $"Bearer {world.WrongKey.Value}"));
        await Try(HttpMethod.Get, "/", null, ("Expect", "what"), ("X-Forwarded-For", "9.9.9.9.9"), ("Host", "other.example:99999"));

        foreach (var path in Odd)
        {
            await Try(HttpMethod.Get, path);
        }

        await Try(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        await Try(HttpMethod.Post, "/_blazor?id=x", new StringContent("garbage"));
        await Try(HttpMethod.Get, "/_blazor?id=x");
        await Try(HttpMethod.Post, "/_blazor/disconnect", Form(("circuitId", world.ForgedCookie.Value)));
        await Try(HttpMethod.Post, "/_blazor/initializers", new StringContent("x"));
        await Try(HttpMethod.Delete, "/audit/export");
        await Try(new HttpMethod("TRACE"), "/");
        await Try(new HttpMethod("NONSENSE"), "/signin");
        return statuses.Count(status => status is 0 or >= 400);
    }

    private static readonly IReadOnlyList<string> Odd =
    [
        "/no/such/page", "/cases/not-an-id", "/cases/00000000-0000-0000-0000-000000000000", "/decisions/99999999999999999999", "/decisions/99999", "/policies/none", "/policies/none/draft?draft=x", "/policies/orders?version=x", "/policies/orders/compare?from=x&to=y",
        "/connectors/none", "/connectors/echo-basic?record=echo-basic/orders/%2e%2e", "/audit/export", "/audit/export?caseId=x", "/audit/export?caseId=00000000-0000-0000-0000-000000000000", "/audit?subject=%00%ff", "/admin/packs/none/export", "/admin/packs/..%2f..%2fkeys/export",
        "/..%2f..%2fopsconsole.db", "/keys/", "/data/opsconsole.db", "/appsettings.json", "/%", "/%zz", "/?q=%F0%28%8C%28", "/health/x", "/api/v1/cases/x", "/hubs/ops", "/_framework/none.js", "/error", "/swagger", "/metrics", "/.env",
    ];
}
