using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using OpsConsole.Core.Identity;

namespace OpsConsole.Identity;

/// <summary>Sign-in, setup, people, API keys and the current actor.</summary>
public static class IdentityWeb
{
    /// <summary>Chooses by what a request carries: an API key or a person's cookie.</summary>
    private const string ByRequest = "ByRequest";

    public static void AddIdentityWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Demo").Get<DemoOptions>() ?? new DemoOptions());
        builder.Services.AddAuthentication(ByRequest)
            .AddPolicyScheme(ByRequest, null, options => options.ForwardDefaultSelector = context =>
                ApiKeyAuthentication.KeyOf(context.Request) is null ? PersonCookie.Name : ApiKeyAuthentication.Name)
            .AddCookie(PersonCookie.Name, PersonCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Name, null);
        builder.Services.AddAuthorization(AddPolicies);
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<AuthenticationStateProvider, LiveAuthentication>();
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddSingleton<PeopleCommands>();
        builder.Services.AddHostedService<PrepareWorkspace>();
    }

    public static void MapIdentityWeb(this WebApplication app)
    {
        app.MapPost(OpsUrls.SignOut, (Delegate)SignOutAsync).RequireAuthorization();
    }

    /// <summary>One policy for each permission, by its name; what names none still needs somebody who is signed in.</summary>
    private static void AddPolicies(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.DefaultPolicy = signedIn;
        options.FallbackPolicy = signedIn;
        foreach (var permission in Permissions.All)
        {
            options.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().RequireClaim(SignedInPrincipal.PermissionClaim, permission));
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(PersonCookie.Name);
        return Results.LocalRedirect($"~{OpsUrls.SignIn}");
    }
}
