using System.Net;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.Issuing;
using OpsConsole.Identity;
using OpsConsole.Tests.Journeys;

namespace OpsConsole.Tests.Operation;

public sealed class HealthTests : IAsyncLifetime
{
    private static readonly Actor Admin = new(ActorKind.Person, "admin", "Ada", [Roles.Admin]);
    private OpsServer _server = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await OpsServer.StartAsync(null, "Demo:Cases=false");
        _client = _server.NewClient();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Get_Health_AnswersToAnybody(string path)
    {
        var answer = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/audit")]
    [InlineData("/audit/export")]
    [InlineData("/admin/people")]
    [InlineData("/nothing-here")]
    public async Task Get_AnyPage_LeadsAStrangerToTheSignIn(string path)
    {
        var answer = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/signin", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Get_AnyPage_CarriesTheSecurityHeaders()
    {
        var answer = await _client.GetAsync("/signin");
        Assert.Contains(answer.Headers.GetValues("Content-Security-Policy"), policy => policy.Contains("script-src 'self'", StringComparison.Ordinal) && !policy.Contains("unsafe-eval", StringComparison.Ordinal));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task Export_WithAKeyThatMayNotRead_IsForbidden()
    {
        var service = Assert.IsType<PeopleOutcome.Done>(await _server.Get<AddService>().RunAsync(Admin, "Shop", [Roles.Intake], CancellationToken.None));
        var key = Assert.IsType<PeopleOutcome.DoneWithSecret>(await _server.Get<ChangeApiKeys>().IssueAsync(Admin, service.Id, CancellationToken.None));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/audit/export?caseId={Guid.Empty}");
        request.Headers.Add(ApiKeyAuthentication.Header, key.Secret);
        var answer = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Get_WithAnUnknownKey_IsRefusedAsAProblem()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/audit/export");
        request.Headers.Authorization = new("Bearer", "ops_unknown");
        var answer = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }
}
