using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.Issuing;
using OpsConsole.Tests.Journeys;

namespace OpsConsole.Tests.Cases;

public sealed class IntakeTests : IAsyncLifetime
{
    private const string Path = "/api/v1/cases";
    private static readonly Actor Admin = new(ActorKind.Person, "p-admin", "Ines", [Roles.Admin]);
    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private OpsServer _server = null!;
    private string _key = "";

    public async Task InitializeAsync()
    {
        _server = await OpsServer.StartAsync(null, "Demo:Cases=false");
        _key = await IssueAsync("Web shop", Roles.Intake);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Post_ACase_CreatesItAndSaysWhereItIs()
    {
        using var answer = await PostAsync(Case());
        var body = await JsonAsync(answer);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(body["url"]!.ToString(), answer.Headers.Location!.ToString());
        using var state = await SendAsync(HttpMethod.Get, body["url"]!.ToString(), null, _key);
        Assert.Equal("Cracked lamp", (await JsonAsync(state))["subject"]!.ToString());
    }

    [Fact]
    public async Task Post_TheSameKeyAndBodyTwice_AnswersTheSameCase()
    {
        using var first = await PostAsync(Case(), "k-1");
        using var second = await PostAsync(Case(), "k-1");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal((await JsonAsync(first)).ToJsonString(), (await JsonAsync(second)).ToJsonString());
    }

    [Fact]
    public async Task Post_AnAnswer_GoesIntoTheCaseThatKnowsWhatItAnswers()
    {
        using var first = await PostAsync(With("message_id", "<a@x>"));
        using var answer = await PostAsync(With("in_reply_to", "<a@x>"));
        var (opened, joined) = (await JsonAsync(first), await JsonAsync(answer));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(opened["id"]!.ToString(), joined["id"]!.ToString());
        Assert.NotNull(joined["message_id"]);
        static string With(string name, string value) => Case().Replace("{", $"{{\"{name}\": \"{value}\", ");
    }

    [Fact]
    public async Task Post_TheSameKeyWithAnotherBody_IsUnprocessable()
    {
        using var first = await PostAsync(Case(), "k-1");
        using var second = await PostAsync(Case().Replace("lamp", "chair"), "k-1");
        await IsProblemAsync(second, HttpStatusCode.UnprocessableEntity, "k-1");
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "openapi")]
    [InlineData("[]", HttpStatusCode.BadRequest, "openapi")]
    [InlineData("null", HttpStatusCode.BadRequest, "object")]
    [InlineData("""{"subject": "a", "body": "b"}""", HttpStatusCode.BadRequest, "channel")]
    [InlineData("""{"subject": "a", "body": "b", "channel": "email", "colour": 1}""", HttpStatusCode.BadRequest, "colour")]
    [InlineData("""{"subject": " ", "body": "b", "channel": "email"}""", HttpStatusCode.BadRequest, "subject is missing")]
    [InlineData("""{"subject": "a", "body": "b", "channel": "email", "received_at": "soon"}""", HttpStatusCode.BadRequest, "received_at")]
    [InlineData("""{"subject": "a", "subject": "c", "body": "b", "channel": "email"}""", HttpStatusCode.BadRequest, "twice")]
    public async Task Post_SomethingElse_IsRefusedWithTheReason(string body, HttpStatusCode status, string reason)
    {
        using var answer = await PostAsync(body);
        await IsProblemAsync(answer, status, reason);
    }

    [Fact]
    public async Task Post_TooMuch_IsRefused()
    {
        using var answer = await PostAsync(Case().Replace("It arrived", new string('x', 600_000)));
        await IsProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge, "512 KiB");
    }

    [Fact]
    public async Task Post_WithoutAKey_IsUnauthorized()
    {
        using var answer = await SendAsync(HttpMethod.Post, Path, Case(), key: null);
        await IsProblemAsync(answer, HttpStatusCode.Unauthorized, "X-Api-Key");
    }

    [Fact]
    public async Task Post_ByAServiceThatOnlyProposes_IsForbidden()
    {
        using var answer = await SendAsync(HttpMethod.Post, Path, Case(), await IssueAsync("Agent", Roles.Proposer));
        await IsProblemAsync(answer, HttpStatusCode.Forbidden, "cases:submit");
    }

    [Fact]
    public async Task Get_AnotherServicesCase_IsNotFound()
    {
        using var answer = await PostAsync(Case());
        using var state = await SendAsync(HttpMethod.Get, (await JsonAsync(answer))["url"]!.ToString(), null, await IssueAsync("Other shop", Roles.Intake));
        await IsProblemAsync(state, HttpStatusCode.NotFound, "no case");
    }

    [Fact]
    public async Task Post_AMessage_JoinsTheThreadOnce()
    {
        using var opened = await PostAsync(Case());
        var url = (await JsonAsync(opened))["url"] + "/messages";
        const string message = """{"channel": "chat", "body": "Any news?", "external_id": "m-2"}""";
        using var first = await SendAsync(HttpMethod.Post, url, message, _key);
        using var second = await SendAsync(HttpMethod.Post, url, message, _key);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task Post_MoreThanTheLimit_IsAskedToWait()
    {
        await using var strict = await OpsServer.StartAsync(null, "Intake:RequestsPerMinute=1");
        var key = await IssueAsync(strict, "Web shop", Roles.Intake);
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 3; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(strict.Address, $"{Path}/{Guid.Empty}"));
            request.Headers.Add("X-Api-Key", key);
            using var answer = await Http.SendAsync(request, CancellationToken.None);
            statuses.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    public async Task OpenApi_TheDocument_DescribesTheDoor()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/openapi/v1.json", null, key: null);
        var document = await JsonAsync(answer);
        var open = document["paths"]![Path]!["post"]!;
        Assert.Equal(["200", "201", "400", "401", "403", "413", "415", "422", "429"], open["responses"]!.AsObject().Select(response => response.Key).Order());
        Assert.Contains("Idempotency-Key", open["parameters"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("received_at", document["components"]!["schemas"]!["IntakeCase"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(document["components"]!["securitySchemes"]!["ApiKey"]);
    }

    private static string Case() => """{"subject": "Cracked lamp", "body": "It arrived cracked.", "channel": "email", "received_at": "2026-05-01T10:54:19Z"}""";

    private Task<HttpResponseMessage> PostAsync(string body, string? idempotencyKey = null) => SendAsync(HttpMethod.Post, Path, body, _key, idempotencyKey);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, string? key, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_server.Address, path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await Http.SendAsync(request, CancellationToken.None);
    }

    private Task<string> IssueAsync(string name, string role) => IssueAsync(_server, name, role);

    private static async Task<string> IssueAsync(OpsServer server, string name, string role)
    {
        var service = Assert.IsType<PeopleOutcome.Done>(await server.Get<AddService>().RunAsync(Admin, name, [role], CancellationToken.None));
        var key = Assert.IsType<PeopleOutcome.DoneWithSecret>(await server.Get<ChangeApiKeys>().IssueAsync(Admin, service.Id, CancellationToken.None));
        return key.Secret;
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

    private static async Task IsProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string reason)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }
}
