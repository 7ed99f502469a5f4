using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using OpsConsole.Core.Identity;

namespace OpsConsole.Identity;

/// <summary>Lets a service identity in by <c>X-Api-Key: ops_…</c> or <c>Authorization: Bearer ops_…</c>.</summary>
public sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, FindActor find)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";
    public const string Header = "X-Api-Key";
    private const string Bearer = "Bearer ";

    /// <summary>The key that a request carries, if it carries one.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Header, out var key))
        {
            return key.ToString();
        }

        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        if (await find.OfKeyAsync(key, Context.RequestAborted) is not { } actor)
        {
            return AuthenticateResult.Fail("The API key is unknown or was revoked.");
        }

        Context.Remember(actor);
        return AuthenticateResult.Success(new AuthenticationTicket(SignedInPrincipal.Of(actor, Name), Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        await Results.Problem(
            statusCode: StatusCodes.Status401Unauthorized,
            title: "No valid API key",
            detail: $"Send an unrevoked key of a service identity in the header {Header}. An administrator issues keys on the page People.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Results.Problem(
        statusCode: StatusCodes.Status403Forbidden,
        title: "Not allowed",
        detail: $"The service identity of this key lacks the permission {Needed()}. An administrator gives it a role that holds it on the page People.").ExecuteAsync(Context);

    private string Needed() => string.Join(", ", (Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? [])
        .Select(data => data.Policy).OfType<string>());
}
